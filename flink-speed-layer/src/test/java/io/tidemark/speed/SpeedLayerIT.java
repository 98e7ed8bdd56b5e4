package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.event.FeedGap;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.fixture.JobProcess;
import io.tidemark.speed.fixture.NewsStage;
import io.tidemark.speed.fixture.SpeedStage;
import io.tidemark.speed.fixture.SpeedTables;
import io.tidemark.speed.fixture.TestTrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged job between a real broker and a real database, killed on the way. */
@SuppressWarnings("NullAway.Init")
class SpeedLayerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long FAR_FUTURE = 4_000_000_000_000L;

    @TempDir
    private Path directory;

    private SpeedStage stage;
    private SpeedTables tables;
    private NewsStage news;

    @BeforeEach
    void start() throws Exception {
        stage = SpeedStage.open(directory);
        tables = stage.tables();
        news = stage.news();
    }

    @AfterEach
    void stop() throws Exception {
        news.close();
        stage.close();
    }

    private JobProcess job(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--http.port=0");
        return JobProcess.withFlink(
                Files.createTempDirectory(directory, "job"), stage.settings(), arguments.toArray(String[]::new));
    }

    private void awaitBars(JobProcess job) {
        stage.awaitBars(() -> assertThat(job.isAlive()).as(job.output()).isTrue());
    }

    private void awaitNews(JobProcess job) {
        news.awaitRows(() -> assertThat(job.isAlive()).as(job.output()).isTrue());
    }

    private void send(String symbol, long time, double price) throws Exception {
        stage.sent().add(stage.producer().send(TestTrade.event(symbol, time, time, price, 1)));
    }

    @Test
    void bars_and_news_are_whole_when_the_job_is_killed_and_started_again() throws Exception {
        try (JobProcess job = job()) {
            stage.trade(0, 2);
            stage.producer().send(1, "no trade".getBytes(StandardCharsets.UTF_8));
            stage.producer().send(TestTrade.event("IBM", FAR_FUTURE, FAR_FUTURE, 999, 1));
            awaitBars(job);
            aGapIsStoredOnceItsTopicIsThere();
            stage.createNewsTopic();
            news.publish(0.4);
            news.publishNonsense();
            awaitNews(job);
            assertThat(job.output()).doesNotContain("to RESTARTING");
            news.publish(0.1);
            stage.trade(2, 3);
            await().atMost(PATIENCE)
                    .until(() ->
                            NewestCheckpoint.in(stage.checkpoints().toString()).isPresent());
            job.kill();
        }
        stage.trade(3, 5);
        news.publish(0.3);
        try (JobProcess job = job()) {
            awaitBars(job);
            assertThat(job.output()).contains("going on from");
            stage.trade(5, 6);
            awaitBars(job);
            aLateTradeIsKeptOut(job);
            // Prices have a sink of their own: that the bars are whole says nothing of them.
            awaitValue("78", "SELECT price FROM serving.last_price WHERE symbol = 'AAPL'");
            news.publish(0.3);
            awaitNews(job);
            awaitBurstAndTerms();
            assertThat(job.output()).doesNotContain("to RESTARTING");
        }
        assertThat(tables.value("SELECT count(*) FROM speed.last_price")).isEqualTo("3");
    }

    private void aGapIsStoredOnceItsTopicIsThere() throws Exception {
        stage.createGapTopic();
        var gap = new FeedGap(
                "finnhub", SpeedStage.SYMBOLS, TestTrade.MINUTE, TestTrade.MINUTE + 61_000, "silent for 61 s");
        stage.producer().send(gap);
        stage.producer().send(gap);
        awaitValue(
                "finnhub {AAPL,IBM,SPY} 00:01:01",
                "SELECT feed || ' ' || symbols::text || ' ' || (ended_at - started_at)::text FROM speed.feed_gaps");
        awaitValue("warning", "SELECT severity FROM speed.alerts WHERE kind = 'feed-gap'");
    }

    private void awaitValue(String expected, String sql) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tables.value(sql)).isEqualTo(expected));
    }

    private void awaitBurstAndTerms() {
        awaitValue(
                "t",
                "SELECT count(*) > 0 FROM serving.alerts WHERE id LIKE 'news-burst/NVDA/%' AND value >= threshold");
        awaitValue(
                "1", "SELECT count(*) FROM serving.trending_terms WHERE term = 'tariffs' AND items = 12 AND score > 3");
    }

    @Test
    void bars_are_whole_when_partitions_are_added_to_the_topic_of_a_running_job() throws Exception {
        // Three partitions for four tasks: one has none.
        try (JobProcess job = job("--parallelism=4")) {
            stage.trade(0, 2);
            awaitBars(job);
            stage.growTrades(SpeedStage.SYMBOLS.size() + 2);
            stage.trade(2, 4);
            awaitBars(job);
            assertThat(job.output()).doesNotContain("to RESTARTING");
        }
    }

    private void aLateTradeIsKeptOut(JobProcess job) throws Exception {
        long later = TestTrade.MINUTE + 3_600_000;
        for (String symbol : SpeedStage.SYMBOLS) {
            send(symbol, later, 77);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tables.bars().values())
                .as(job.output())
                .allMatch(bar -> bar.closed() || bar.bucket() == later));
        Map<String, LiveBar> closed = tables.bars();
        for (int i = 0; i < 3; i++) {
            stage.producer().send(TestTrade.event("AAPL", TestTrade.MINUTE + 60_000, later, 1_000_000, 1));
        }
        send("AAPL", later + 1, 78);
        awaitBars(job);
        assertThat(tables.bars()).containsAllEntriesOf(withoutMinute(closed, later));
        awaitValue(
                "AAPL " + (TestTrade.MINUTE / 1_000 + 60) + " 3",
                "SELECT symbol || ' ' || extract(epoch FROM bucket)::bigint || ' ' || trades FROM speed.late_trades");
    }

    private static Map<String, LiveBar> withoutMinute(Map<String, LiveBar> bars, long minute) {
        bars.values().removeIf(bar -> bar.bucket() == minute);
        return bars;
    }
}
