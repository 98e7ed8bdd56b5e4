package io.tidemark.speed;

import static io.tidemark.speed.fixture.BarAssertions.assertEqualBars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.fixture.ListSource;
import io.tidemark.speed.fixture.PlainBars;
import io.tidemark.speed.fixture.PlainBars.PlainBar;
import io.tidemark.speed.fixture.Received;
import io.tidemark.speed.fixture.TestTiming;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.trade.IncomingTrade;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job stopped with a savepoint and started from it as another: fewer tasks, more, other parts, a newer version. */
@SuppressWarnings("NullAway.Init")
class SavepointTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PER_SECOND = 2_000;
    private static final int LATE_EVERY = 500;

    @TempDir
    private Path directory;

    /** Of one symbol in one partition, 50 ms apart. */
    private static List<IncomingTrade> trades(int count) {
        var random = new Random(5);
        List<IncomingTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trades.add(trade(TestTrade.MINUTE + i * 50L, 100 + random.nextInt(100), 1 + random.nextInt(100), i));
        }
        return trades;
    }

    private static IncomingTrade trade(long at, double price, double volume, int offset) {
        return IncomingTrade.accepted(TestTrade.event("AAPL", at, at, price, volume), TradeEffects.ALL, 0, offset);
    }

    /** The same with a trade of an hour before among every {@value #LATE_EVERY}. */
    private static List<IncomingTrade> withLateOnes(List<IncomingTrade> trades) {
        List<IncomingTrade> all = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            all.add(trades.get(i));
            if (i % LATE_EVERY == 0) {
                all.add(trade(TestTrade.MINUTE - 3_600_000, 1e6, 1, trades.size() + i));
            }
        }
        return all;
    }

    private static StreamExecutionEnvironment environment(int parallelism, Map<String, String> more) {
        Configuration configuration = JobConfiguration.topology();
        configuration.addAll(Configuration.fromMap(Map.of("rest.bind-address", "127.0.0.1", "rest.port", "0")));
        configuration.addAll(Configuration.fromMap(more));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        env.setParallelism(parallelism);
        return env;
    }

    private static Map<String, String> from(String savepoint) {
        return Map.of("execution.state-recovery.path", savepoint);
    }

    private static void define(
            StreamExecutionEnvironment env,
            ListSource<IncomingTrade> trades,
            ListSource<ObservedGap> gaps,
            Received received) {
        SpeedLayerTopology.define(
                env,
                new SpeedLayerSources(trades.paced(PER_SECOND), gaps.atOnce()),
                received.sinks(),
                TestTiming.QUICK);
    }

    /** Another part of the job, with state of its own. */
    private static void defineAnotherPart(StreamExecutionEnvironment env, ListSource<ObservedGap> gaps) {
        env.fromSource(
                        gaps.paced(1),
                        WatermarkStrategy.noWatermarks(),
                        "another",
                        TypeInformation.of(ObservedGap.class))
                .uid("another")
                .sinkTo(new DiscardingSink<>())
                .uid("another-sink");
    }

    /** Stops a job as soon as all its tasks run; it can show results before, and refuses a savepoint until then. */
    private String stop(JobClient job) {
        String target = directory.toUri().toString();
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(
                        () -> job.stopWithSavepoint(false, target, SavepointFormatType.CANONICAL)
                                .get(),
                        path -> !path.isEmpty());
    }

    private static void awaitTrades(Received received, long trades) {
        await().atMost(PATIENCE)
                .until(() -> received.table().values().stream()
                                .mapToLong(LiveBar::revision)
                                .sum()
                        >= trades);
    }

    @Test
    void a_savepoint_goes_on_with_fewer_tasks_and_with_more() throws Exception {
        List<IncomingTrade> trades = trades(6_000);
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(withLateOnes(trades));
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            // As many splits as tasks: unlike Kafka's, the source of a list ends a task that has none.
            StreamExecutionEnvironment four = environment(4, Map.of());
            define(four, source, gaps, received);
            source.holdAfter(2_000);
            JobClient job = four.executeAsync();
            awaitTrades(received, 1_000);

            StreamExecutionEnvironment one = environment(1, from(stop(job)));
            define(one, source, gaps, received);
            source.holdAfter(4_000);
            job = one.executeAsync();
            awaitTrades(received, 3_000);

            StreamExecutionEnvironment three = environment(3, from(stop(job)));
            define(three, source, gaps, received);
            source.release();
            three.execute();

            assertEqualBars(received.table(), PlainBars.of(trades), 1e-9);
            assertThat(received.lateTable().values()).containsExactly((long) trades.size() / LATE_EVERY);
            assertThat(received.gaps).hasSize(1);
        }
    }

    @Test
    void a_part_can_be_added_and_is_not_dropped_unasked() throws Exception {
        List<IncomingTrade> trades = trades(4_000);
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(trades);
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment without = environment(1, Map.of());
            define(without, source, gaps, received);
            source.holdAfter(1_000);
            JobClient job = without.executeAsync();
            awaitTrades(received, 500);

            StreamExecutionEnvironment with = environment(1, from(stop(job)));
            define(with, source, gaps, received);
            source.holdAfter(3_000);
            defineAnotherPart(with, gaps);
            job = with.executeAsync();
            awaitTrades(received, 2_000);
            String savepoint = stop(job);

            StreamExecutionEnvironment unasked = environment(1, from(savepoint));
            define(unasked, source, gaps, received);
            assertThatThrownBy(unasked::execute).hasStackTraceContaining("Cannot map checkpoint/savepoint state");

            Map<String, String> asked = new HashMap<>(from(savepoint));
            asked.put("execution.state-recovery.ignore-unclaimed-state", "true");
            StreamExecutionEnvironment dropped = environment(1, asked);
            define(dropped, source, gaps, received);
            source.release();
            dropped.execute();
            assertEqualBars(received.table(), PlainBars.of(trades), 1e-9);
        }
    }

    /** Only by a Flink that is not older than the savepoint's. */
    @Tag("flink-2")
    @Test
    void a_savepoint_of_the_first_version_is_understood() throws Exception {
        List<IncomingTrade> trades = trades(6_000);
        Path first = Path.of(Objects.requireNonNull(getClass().getResource("/savepoints/first"))
                .toURI());
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(trades);
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment env = environment(2, from(first.toUri().toString()));
            define(env, source, gaps, received);
            env.execute();

            // What was closed before and did not change is not written again.
            Map<String, PlainBar> expected = new HashMap<>(PlainBars.of(trades));
            expected.keySet().retainAll(received.table().keySet());
            assertThat(expected).hasSizeGreaterThanOrEqualTo(3);
            assertEqualBars(received.table(), expected, 1e-9);
            assertThat(received.late).isEmpty();
        }
    }
}
