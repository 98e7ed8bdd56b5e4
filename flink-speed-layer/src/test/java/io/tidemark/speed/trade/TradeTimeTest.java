package io.tidemark.speed.trade;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.fixture.TestTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class TradeTimeTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> seen = new ArrayList<>();
    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            seen.add(Long.toString(watermark.getTimestamp() - MINUTE));
        }

        @Override
        public void markIdle() {
            seen.add("idle");
        }

        @Override
        public void markActive() {
            seen.add("active");
        }
    };
    private final WatermarkGenerator<IncomingTrade> generator = new TradeTime(
                    Duration.ofSeconds(5), Duration.ofSeconds(15))
            .createWatermarkGenerator(new WatermarkGeneratorSupplier.Context() {
                @Override
                public MetricGroup getMetricGroup() {
                    return new UnregisteredMetricsGroup();
                }

                @Override
                public RelativeClock getInputActivityClock() {
                    return clock;
                }
            });

    private void event(IncomingTrade trade) {
        generator.onEvent(trade, trade.tradeTime(), output);
    }

    private static IncomingTrade refused(long ms) {
        return IncomingTrade.future(TestTrade.event("AAPL", MINUTE + ms, MINUTE, 10, 1), 0, 0, "");
    }

    @Test
    void the_watermark_trails_the_latest_trade_by_the_out_of_orderness() {
        event(at(20_000, 10, 1));
        event(at(18_000, 10, 1));
        generator.onPeriodicEmit(output);
        assertThat(seen).containsExactly("14999");
    }

    @Test
    void a_refused_trade_does_not_move_the_watermark() {
        event(at(20_000, 10, 1));
        event(refused(86_400_000));
        generator.onPeriodicEmit(output);
        assertThat(seen).containsExactly("14999");
    }

    @Test
    void refused_trades_do_not_keep_a_partition_from_being_idle() {
        event(at(20_000, 10, 1));
        generator.onPeriodicEmit(output);
        for (int i = 0; i < 10; i++) {
            clock.advanceTime(Duration.ofSeconds(5));
            event(refused(86_400_000));
            generator.onPeriodicEmit(output);
        }
        assertThat(seen).contains("idle");
    }
}
