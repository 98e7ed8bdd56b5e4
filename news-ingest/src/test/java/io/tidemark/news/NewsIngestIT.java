package io.tidemark.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.news.fixture.Fetchers;
import io.tidemark.news.fixture.NewsProcess;
import io.tidemark.news.fixture.NewsServer;
import io.tidemark.news.fixture.TopicReader;
import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged process between a server with all sources and a real broker. */
class NewsIngestIT {
    private static final int STORIES = 20;
    /** One of each company and one of both. */
    private static final int COMPANY_STORIES = 3;

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private TestBroker kafka;

    @SuppressWarnings("NullAway.Init")
    private NewsServer server;

    @BeforeEach
    void start() throws IOException {
        kafka = TestBroker.start(directory.resolve("kafka"));
        server = NewsServer.start(Clock.systemUTC().instant(), STORIES);
    }

    @AfterEach
    void stop() {
        server.close();
        kafka.close();
    }

    private NewsProcess process(String... more) throws IOException {
        return NewsProcess.start(
                directory,
                Stream.concat(
                                Stream.of(
                                        "--http.port=0",
                                        "--kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                        "--state.file=" + directory.resolve("seen.jsonl"),
                                        "--finnhub.url=" + server.address("/api/v1"),
                                        "--finnhub.symbols=ACME,BOLT",
                                        "--finnhub.categories=general",
                                        "--finnhub.news-interval=500ms",
                                        "--finnhub.company-interval=500ms",
                                        "--finnhub.calls-per-minute=6000",
                                        "--rss.feeds=good=" + server.address("/rss") + ",broken="
                                                + server.address("/none") + ",stalled="
                                                + server.address("/stalled"),
                                        "--rss.interval=300ms",
                                        "--fetch.backoff.first=10ms",
                                        "--fetch.backoff.longest-round=300ms",
                                        "--gdelt.url=" + server.address("/gdelt"),
                                        "--gdelt.interval=500ms",
                                        "--gdelt.call-gap=100ms"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    private List<NewsItem> news() throws Exception {
        return TopicReader.events(kafka.bootstrapServers(), Topics.NEWS, new NewsItemCodec());
    }

    @Test
    void each_story_is_published_once_whatever_its_sources_and_over_a_kill_and_a_stop() throws Exception {
        String all = "--sources=finnhub-news,finnhub-company-news,rss,gdelt";
        try (var first = process(all)) {
            eventually().until(() -> first.counter("finnhub-news", "published") == STORIES);
            eventually().until(() -> first.counter("finnhub-company-news", "linked") == 1);
            eventually().until(() -> first.counter("finnhub-company-news", "published") == COMPANY_STORIES);
            eventually().until(() -> first.counter("finnhub-company-news", "refused") == 1);
            eventually()
                    .until(() ->
                            first.counter("rss:good", "published") + first.counter("gdelt", "published") == STORIES);
            eventually()
                    .until(() -> first.counter("gdelt", "duplicate_id") + first.counter("gdelt", "duplicate_url")
                            >= STORIES);
            awaitRounds(first, "rss:good", 3);
            // What is counted is written down by the end of the same round.
            awaitRoundEnd(first, "finnhub-news");
            awaitRoundEnd(first, "finnhub-company-news");
            assertThat(first.source("rss:good").path("state").asText()).isEqualTo("LIVE");
            eventually()
                    .until(() ->
                            first.source("rss:broken").path("state").asText().equals("DOWN"));
            assertThat(first.source("rss:broken").path("reason").asText()).contains("HTTP 500");
            eventually().until(() -> first.get("/health/ready").contains("rss:broken DOWN"));
            assertThat(first.get("/health/ready")).contains("\"status\":\"UP\"");
            assertThat(first.get("/metrics"))
                    .contains("news_articles_total{outcome=\"published\",source=\"finnhub-news\"} 20.0")
                    .contains("news_source_live{source=\"rss:good\"} 1.0");
            first.kill();
            assertThat(first.output()).doesNotContain(Fetchers.TOKEN);
        }
        assertPublished(STORIES);

        server.stories(STORIES + 1);
        try (var second = process(all)) {
            eventually().until(() -> second.counter("finnhub-news", "published") == 1);
            eventually()
                    .until(() -> second.counter("rss:good", "published") + second.counter("gdelt", "published") == 1);
            awaitRounds(second, "finnhub-company-news", 2);
            assertThat(second.counter("finnhub-company-news", "refused_before")).isPositive();
            assertThat(second.stop()).isEqualTo(143);
            assertThat(second.output()).contains("news-ingest stopped").doesNotContain(Fetchers.TOKEN);
        }
        assertPublished(STORIES + 1);
        assertThat(server.targets())
                .contains("/api/v1/news?category=general&minId=1019")
                .noneMatch(target -> target.contains(Fetchers.TOKEN));
    }

    private static void awaitRoundEnd(NewsProcess process, String source) throws Exception {
        awaitRounds(process, source, process.source(source).path("rounds").asInt() + 1);
    }

    private static void awaitRounds(NewsProcess process, String source, int rounds) {
        eventually().until(() -> process.source(source).path("rounds").asInt() >= rounds);
    }

    /** Of each source; the shared company story counts twice, once for each symbol. */
    private void assertPublished(int stories) throws Exception {
        List<NewsItem> news = news();
        assertThat(news).hasSize(2 * stories + 4);
        assertThat(news).extracting(NewsItem::id).containsOnlyOnce("finnhub:1000", "finnhub:1007");
        assertThat(news.stream().map(NewsItem::id).distinct()).hasSize(2 * stories + 3);
        assertThat(news)
                .filteredOn(item -> item.id().equals("finnhub:5000"))
                .extracting(item -> item.symbols().size())
                .containsExactly(1, 2);
        assertThat(TopicReader.events(kafka.bootstrapServers(), Topics.DEAD_LETTERS, new DeadLetterCodec()))
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.payload(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"id\":\"x\"}"));
    }

    @Test
    void wrong_settings_are_told_all_at_once() throws Exception {
        try (var process = NewsProcess.start(
                directory,
                "--kafka.bootstrap-servers=127.0.0.1:1",
                "--sources=rss,gdlet,finnhub-company-news",
                "--rss.feeds=nowhere",
                "--fetch.retries=-1")) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.output())
                    .contains(
                            "\"gdlet\" is none of",
                            "finnhub.symbols",
                            "rss.feeds: expected",
                            "fetch.retries: expected");
        }
    }
}
