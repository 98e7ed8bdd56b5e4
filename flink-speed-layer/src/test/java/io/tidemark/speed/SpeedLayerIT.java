package io.tidemark.speed;

import static io.tidemark.speed.fixture.BarAssertions.assertEqualBars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.topic.Topics;
import io.tidemark.serving.ServingDatabase;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.fixture.JobProcess;
import io.tidemark.speed.fixture.PlainBars;
import io.tidemark.speed.fixture.SpeedTables;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.fixture.TradeProducer;
import io.tidemark.speed.trade.IncomingTrade;
import io.tidemark.testkit.EmbeddedDatabase;
import io.tidemark.testkit.EmbeddedKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged job between a real broker and a real database, killed on the way. */
@SuppressWarnings("NullAway.Init")
class SpeedLayerIT {
    private static final List<String> SYMBOLS = List.of("AAPL", "IBM", "SPY");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long FAR_FUTURE = 4_000_000_000_000L;

    @TempDir
    private Path directory;

    private EmbeddedKafka kafka;
    private EmbeddedDatabase database;
    private SpeedTables tables;
    private TradeProducer producer;
    private Path checkpoints;
    private final Random random = new Random(3);
    private final List<IncomingTrade> sent = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        kafka.createTopic(Topics.TRADES, SYMBOLS.size());
        database = EmbeddedDatabase.start();
        ServingDatabase.of(database.dataSource()).migrate();
        tables = new SpeedTables(database.dataSource());
        tables.execute("ALTER ROLE speed_writer LOGIN");
        producer = new TradeProducer(kafka.bootstrapServers(), SYMBOLS);
        checkpoints = directory.resolve("checkpoints");
    }

    @AfterEach
    void stop() throws IOException {
        producer.close();
        kafka.close();
        database.close();
    }

    private JobProcess job() throws IOException {
        return JobProcess.withFlink(
                Files.createTempDirectory(directory, "job"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "DATABASE_URL",
                        database.jdbcUrlWithoutUser(),
                        "DATABASE_USER",
                        "speed_writer",
                        "DATABASE_PASSWORD",
                        "unused",
                        "CHECKPOINT_DIRECTORY",
                        checkpoints.toString(),
                        "CHECKPOINT_INTERVAL",
                        "500ms"),
                "--trades.idleness=1s",
                // A closed minute then proves a watermark.
                "--bars.quiet-after=1h",
                "--conditions=none",
                "--http.port=0");
    }

    /** Trades of every symbol from one minute of the day to another, in the order of their times but for a second. */
    private void trade(int fromMinute, int toMinute) throws Exception {
        for (long ms = fromMinute * 60_000L; ms < toMinute * 60_000L; ms += 400) {
            long at = TestTrade.MINUTE + Math.max(0, ms - random.nextInt(1_000));
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            double volume = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(1_000);
            sent.add(producer.send(TestTrade.event(symbol, at, at, 100 + random.nextInt(500) / 100.0, volume)));
        }
    }

    private void awaitBars(JobProcess job) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            assertThat(job.isAlive()).as(job.output()).isTrue();
            assertEqualBars(tables.bars(), PlainBars.of(sent), 1e-9);
        });
    }

    @Test
    void bars_are_whole_when_the_job_is_killed_and_started_again() throws Exception {
        try (JobProcess job = job()) {
            trade(0, 2);
            producer.send(1, "no trade".getBytes(StandardCharsets.UTF_8));
            producer.send(TestTrade.event("IBM", FAR_FUTURE, FAR_FUTURE, 999, 1));
            awaitBars(job);
            trade(2, 3);
            await().atMost(PATIENCE)
                    .until(() -> NewestCheckpoint.in(checkpoints.toString()).isPresent());
            job.kill();
        }
        trade(3, 5);
        try (JobProcess job = job()) {
            awaitBars(job);
            assertThat(job.output()).contains("going on from");
            trade(5, 6);
            awaitBars(job);
            aLateTradeIsKeptOut(job);
            // Prices have a sink of their own: that the bars are whole says nothing of them.
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            tables.value("SELECT price FROM serving.last_price WHERE symbol = 'AAPL'"))
                    .isEqualTo("78"));
            assertThat(job.output()).doesNotContain("to RESTARTING");
        }
        assertThat(tables.value("SELECT count(*) FROM speed.last_price")).isEqualTo("3");
    }

    private void aLateTradeIsKeptOut(JobProcess job) throws Exception {
        long later = TestTrade.MINUTE + 3_600_000;
        for (String symbol : SYMBOLS) {
            sent.add(producer.send(TestTrade.event(symbol, later, later, 77, 1)));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tables.bars().values())
                .as(job.output())
                .allMatch(bar -> bar.closed() || bar.bucket() == later));
        Map<String, LiveBar> closed = tables.bars();
        producer.send(TestTrade.event("AAPL", TestTrade.MINUTE + 60_000, later, 1_000_000, 1));
        sent.add(producer.send(TestTrade.event("AAPL", later + 1, later + 1, 78, 1)));
        awaitBars(job);
        assertThat(tables.bars()).containsAllEntriesOf(withoutMinute(closed, later));
    }

    private static Map<String, LiveBar> withoutMinute(Map<String, LiveBar> bars, long minute) {
        bars.values().removeIf(bar -> bar.bucket() == minute);
        return bars;
    }
}
