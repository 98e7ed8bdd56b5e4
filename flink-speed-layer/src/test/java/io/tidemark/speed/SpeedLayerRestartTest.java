package io.tidemark.speed;

import static io.tidemark.speed.fixture.BarAssertions.assertEqualBars;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.fixture.ListSource;
import io.tidemark.speed.fixture.PlainBars;
import io.tidemark.speed.fixture.Received;
import io.tidemark.speed.fixture.TestTiming;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.trade.IncomingTrade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures on the way: from a checkpoint the job comes to the same bars, and no row ever goes back. */
class SpeedLayerRestartTest {
    private static final int TRADES = 6_000;
    private static final long APART_MS = 50;
    private static final int PER_SECOND = 2_000;
    private static final SpeedLayerTiming TIMING = TestTiming.QUICK;

    @Test
    void failures_neither_double_nor_rewind_a_bar(@TempDir Path checkpoints) throws Exception {
        List<IncomingTrade> trades = trades();
        Configuration configuration = JobConfiguration.topology();
        configuration.addAll(Configuration.fromMap(Map.of(
                "rest.bind-address", "127.0.0.1",
                "rest.port", "0",
                "execution.checkpointing.dir", checkpoints.toUri().toString(),
                "execution.checkpointing.interval", "200 ms",
                "restart-strategy.type", "fixed-delay",
                "restart-strategy.fixed-delay.attempts", "100",
                "restart-strategy.fixed-delay.delay", "50 ms")));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(trades);
                ListSource<ObservedGap> gaps = ListSource.ofAGap();
                FailurePlan plan = FailurePlan.of(1_500L, 3_000L, 4_500L)) {
            SpeedLayerSinks sinks = received.sinks();
            SpeedLayerTopology.define(
                    env,
                    new SpeedLayerSources(source.paced(PER_SECOND), gaps.atOnce()),
                    new SpeedLayerSinks(
                            new FailingBars(sinks.bars(), plan.id),
                            sinks.prices(),
                            sinks.late(),
                            sinks.refused(),
                            sinks.gaps(),
                            sinks.alerts()),
                    TIMING);
            env.execute();

            assertThat(plan.left).isEmpty();
            assertEqualBars(received.table(), PlainBars.of(trades), 1e-9);
            assertThat(everyRowIsAPrefixOfItsMinute(received, trades)).isTrue();
        }
    }

    /** One symbol in one partition, as on Kafka: a revision always stands for the same trades. */
    private static List<IncomingTrade> trades() {
        var random = new Random(5);
        List<IncomingTrade> trades = new ArrayList<>();
        for (int i = 0; i < TRADES; i++) {
            long at = TestTrade.MINUTE + i * APART_MS;
            trades.add(IncomingTrade.accepted(
                    TestTrade.event("AAPL", at, at, 100 + random.nextInt(100), 1 + random.nextInt(100)),
                    TradeEffects.ALL,
                    0,
                    i));
        }
        return trades;
    }

    private static boolean everyRowIsAPrefixOfItsMinute(Received received, List<IncomingTrade> trades) {
        return received.bars.stream().flatMap(List::stream).allMatch(bar -> isPrefix(bar, trades));
    }

    private static boolean isPrefix(LiveBar bar, List<IncomingTrade> trades) {
        double volume = trades.stream()
                .filter(trade -> trade.tradeTime() >= bar.bucket())
                .limit(bar.revision())
                .mapToDouble(IncomingTrade::volume)
                .sum();
        return bar.volume() == volume;
    }

    /**
     * After how many trades a sink fails, each count once; found by its id. Progress, not batches or time: how many batches
     * there are depends on the machine, but however few they are, the last tells of all trades.
     */
    private static final class FailurePlan implements AutoCloseable {
        private static final Map<String, FailurePlan> ALL = new ConcurrentHashMap<>();

        private final String id = "plan-" + System.nanoTime();
        private final Queue<Long> left;

        private FailurePlan(List<Long> counts) {
            this.left = new ConcurrentLinkedQueue<>(counts);
        }

        static FailurePlan of(Long... counts) {
            var plan = new FailurePlan(List.of(counts));
            ALL.put(plan.id, plan);
            return plan;
        }

        static FailurePlan of(String id) {
            return java.util.Objects.requireNonNull(ALL.get(id));
        }

        boolean failsAt(List<LiveBar> written) {
            long trades = written.stream()
                    .mapToLong(bar -> (bar.bucket() - TestTrade.MINUTE) / APART_MS + bar.revision())
                    .max()
                    .orElse(0);
            @Nullable Long next = left.peek();
            return next != null && trades >= next && left.remove(next);
        }

        @Override
        public void close() {
            ALL.remove(id);
        }
    }

    /** A sink that fails after it has written, as a connection does that is cut in a commit. */
    private static final class FailingBars extends DiscardingSink<List<LiveBar>> {
        private static final long serialVersionUID = 1L;

        private final Sink<List<LiveBar>> sink;
        private final String plan;

        FailingBars(Sink<List<LiveBar>> sink, String plan) {
            this.sink = sink;
            this.plan = plan;
        }

        @Override
        public SinkWriter<List<LiveBar>> createWriter(WriterInitContext context) throws IOException {
            SinkWriter<List<LiveBar>> writer = sink.createWriter(context);
            return new SinkWriter<>() {
                @Override
                public void write(List<LiveBar> bars, Context written) throws IOException, InterruptedException {
                    writer.write(bars, written);
                    if (FailurePlan.of(plan).failsAt(bars)) {
                        throw new IOException("the test cuts the connection");
                    }
                }

                @Override
                public void flush(boolean endOfInput) throws IOException, InterruptedException {
                    writer.flush(endOfInput);
                }

                @Override
                public void close() throws Exception {
                    writer.close();
                }
            };
        }
    }
}
