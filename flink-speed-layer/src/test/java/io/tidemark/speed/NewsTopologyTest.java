package io.tidemark.speed;

import static io.tidemark.speed.fixture.NewsAssertions.assertEqualBuzz;
import static io.tidemark.speed.fixture.NewsAssertions.assertEqualStories;
import static io.tidemark.speed.fixture.NewsAssertions.assertEqualWindows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.speed.fixture.ListSource;
import io.tidemark.speed.fixture.NewsReceived;
import io.tidemark.speed.fixture.NewsStream;
import io.tidemark.speed.fixture.PlainNews;
import io.tidemark.speed.fixture.PlainReader;
import io.tidemark.speed.fixture.TestNews;
import io.tidemark.speed.news.NewsRules;
import io.tidemark.speed.news.NewsTopology;
import io.tidemark.speed.news.buzz.BurstRule;
import io.tidemark.speed.news.story.IncomingNews;
import io.tidemark.speed.news.terms.TermRule;
import io.tidemark.speed.news.terms.TrendingTerm;
import io.tidemark.speed.news.window.NewsWindow;
import io.tidemark.speed.news.window.NewsWindowTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The news graph on a cluster in this process, between lists. */
class NewsTopologyTest {
    private static final Duration LATENESS = Duration.ofHours(24);
    private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(30);
    private static final NewsRules RULES = new NewsRules(
            new NewsWindowTiming(Duration.ofMillis(20), LATENESS, OUT_OF_ORDERNESS, Duration.ofHours(1)),
            Duration.ofMinutes(5),
            Duration.ofDays(4),
            Duration.ofMillis(50),
            Duration.ofMillis(10),
            new TermRule(10_000, 2, Duration.ofHours(12)),
            new BurstRule(3, 5, 5));
    private static final int PER_SECOND = 4_000;

    private static void run(List<NewsItem> items, NewsReceived received) throws Exception {
        run(items, received, 1, Map.of());
    }

    private static void run(List<NewsItem> items, NewsReceived received, int parallelism, Map<String, String> settings)
            throws Exception {
        Configuration configuration = JobConfiguration.topology();
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("rest.port", "0");
        settings.forEach(configuration::setString);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        env.setParallelism(parallelism);
        List<IncomingNews> judged = IntStream.range(0, items.size())
                .mapToObj(i -> TestNews.judged(items.get(i), 0, i))
                .toList();
        try (var source = new ListSource<>(judged, IncomingNews.class)) {
            NewsTopology.define(env, source.paced(PER_SECOND), PlainReader.maker(), received.sinks(), RULES);
            env.execute();
        }
    }

    private static Map<String, TrendingTerm> standingOut(NewsReceived received) {
        Map<String, TrendingTerm> terms = received.terms();
        terms.values().removeIf(row -> row.score() <= 0);
        return terms;
    }

    private static void assertEqualToPlainCode(NewsReceived received, List<NewsItem> items) {
        var plain = new PlainNews(items, new PlainReader(), LATENESS.toMillis());
        assertEqualStories(received.stories(), plain.stories());
        assertEqualWindows(received.windows(), plain.windows());
        assertEqualBuzz(received.buzz(), plain.buzz());
        assertThat(received.windows().values()).allMatch(NewsWindow::closed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void rows_do_not_depend_on_the_order_of_arrival_nor_on_repetition(long seed) throws Exception {
        var random = new Random(seed);
        List<NewsItem> items = NewsStream.weeks(random, 1_500);
        List<NewsItem> others = NewsStream.disordered(NewsStream.repeated(items, random), OUT_OF_ORDERNESS, random);
        try (NewsReceived received = NewsReceived.open();
                NewsReceived again = NewsReceived.open()) {
            run(items, received);
            assertEqualToPlainCode(received, items);

            run(others, again);
            assertEqualToPlainCode(again, items);
            assertThat(again.windows()).isEqualTo(received.windows());
            assertThat(again.buzz()).isEqualTo(received.buzz());
            assertThat(standingOut(again)).isEqualTo(standingOut(received)).isNotEmpty();
            assertThat(again.alerts()).containsOnlyKeys(received.alerts().keySet());
            assertThat(received.alerts()).isNotEmpty();
        }
    }

    @Test
    void partitions_that_are_read_at_different_speeds_give_the_same_rows() throws Exception {
        List<NewsItem> items = NewsStream.weeks(new Random(5), 1_500);
        try (NewsReceived received = NewsReceived.open();
                NewsReceived again = NewsReceived.open()) {
            run(items, received);
            run(NewsStream.inTwoPartitions(items), again, 2, Map.of());
            assertEqualToPlainCode(again, items);
            assertThat(standingOut(again)).isEqualTo(standingOut(received)).isNotEmpty();
        }
    }

    @Test
    void failures_neither_lose_nor_double_anything(@TempDir Path checkpoints) throws Exception {
        List<NewsItem> items = NewsStream.weeks(new Random(3), 4_000);
        try (NewsReceived received = NewsReceived.failing(3)) {
            run(
                    items,
                    received,
                    1,
                    Map.of(
                            "execution.checkpointing.dir", checkpoints.toUri().toString(),
                            "execution.checkpointing.interval", "100 ms",
                            "restart-strategy.type", "fixed-delay",
                            "restart-strategy.fixed-delay.attempts", "100",
                            "restart-strategy.fixed-delay.delay", "50 ms"));
            assertThat(received.failuresLeft()).isZero();
            assertEqualToPlainCode(received, items);
        }
    }

    @Test
    void records_that_are_put_on_the_topic_again_weeks_later_change_nothing() throws Exception {
        List<NewsItem> items = NewsStream.weeks(new Random(6), 500);
        List<NewsItem> twice = new ArrayList<>(items);
        twice.addAll(items);
        try (NewsReceived received = NewsReceived.open()) {
            run(twice, received);
            assertEqualToPlainCode(received, items);
        }
    }

    @Test
    void late_stories_are_kept_and_not_counted() throws Exception {
        List<NewsItem> items = new ArrayList<>(NewsStream.weeks(new Random(4), 50));
        NewsItem late =
                TestNews.receivedAt(TestNews.item("late", 0, "Oil is up", "XOM"), LATENESS.toMillis() + 3_600_000);
        items.add(late);
        try (NewsReceived received = NewsReceived.open()) {
            run(items, received);
            assertEqualToPlainCode(received, items);
            assertThat(received.stories()).containsKey("rss/late");
            assertThat(received.windows().keySet()).noneMatch(key -> key.startsWith("symbol/XOM"));
        }
    }

    @Test
    void every_operator_has_the_uid_that_its_state_is_saved_under() {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, JobConfiguration.topology());
        try (NewsReceived received = NewsReceived.open();
                var source = new ListSource<>(
                        List.of(TestNews.judged(TestNews.item("1", 0, "Oil is up"))), IncomingNews.class)) {
            NewsTopology.define(env, source.atOnce(), PlainReader.maker(), received.sinks(), RULES);
            Set<String> uids = new TreeSet<>();
            for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
                assertThat(node.getTransformationUID())
                        .as(node.getOperatorName())
                        .isNotNull();
                uids.add(node.getTransformationUID().replace("Writer: ", ""));
            }
            assertThat(uids)
                    .containsExactly(
                            "buzz-batch",
                            "buzz-sink",
                            "news",
                            "news-about-a-symbol",
                            "news-admission",
                            "news-alerts-batch",
                            "news-alerts-sink",
                            "news-buzz",
                            "news-contributions",
                            "news-stories",
                            "news-terms",
                            "news-timeliness",
                            "news-windows",
                            "news-windows-batch",
                            "news-windows-sink",
                            "refused-news-sink",
                            "stories-batch",
                            "stories-sink",
                            "terms-batch",
                            "terms-sink");
        }
    }
}
