package io.tidemark.speed.bars;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.fixture.TestTiming;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TradeCombinerTest {
    private OneInputStreamOperatorTestHarness<IncomingTrade, PartialBar> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(1_000);
    }

    private static OneInputStreamOperatorTestHarness<IncomingTrade, PartialBar> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new TradeCombiner(Duration.ofMillis(50), Duration.ofSeconds(10), TestTiming.QUICK.bars()));
    }

    private List<String> tooLate() {
        return harness.extractOutputValues().stream()
                .filter(bar -> bar.tooLate > 0)
                .map(bar -> bar.symbol + ":" + bar.counted + "+" + bar.tooLate)
                .toList();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void add(IncomingTrade trade) throws Exception {
        harness.processElement(new StreamRecord<>(trade, trade.tradeTime()));
    }

    private List<String> emitted() {
        return harness.extractOutputValues().stream()
                .map(bar -> bar.symbol + "+" + (bar.minute - MINUTE) / 60_000 + "m:" + bar.counted)
                .sorted()
                .toList();
    }

    @Test
    void trades_of_a_symbol_and_minute_leave_as_one_partial_bar() throws Exception {
        add(at(0, 10, 1));
        add(at(1_000, 11, 1));
        add(at("IBM", 2_000, 12, 1));
        assertThat(emitted()).isEmpty();

        harness.setProcessingTime(1_050);
        assertThat(emitted()).containsExactly("AAPL+0m:2", "IBM+0m:1");
    }

    @Test
    void a_trade_of_another_minute_sends_the_partial_bar_on() throws Exception {
        add(at(59_999, 10, 1));
        add(at(60_000, 11, 1));
        assertThat(emitted()).containsExactly("AAPL+0m:1");
    }

    @Test
    void nothing_is_held_when_a_checkpoint_barrier_passes() throws Exception {
        add(at(0, 10, 1));
        harness.prepareSnapshotPreBarrier(1);
        assertThat(emitted()).containsExactly("AAPL+0m:1");
    }

    @Test
    void nothing_is_held_when_a_watermark_passes() throws Exception {
        add(at(0, 10, 1));
        harness.processWatermark(new Watermark(MINUTE));
        assertThat(harness.getOutput().toArray()[0]).isInstanceOf(StreamRecord.class);
        assertThat(harness.getOutput().toArray()[1]).isEqualTo(new Watermark(MINUTE));
    }

    @Test
    void nothing_is_held_when_its_input_goes_idle() throws Exception {
        add(at(0, 10, 1));
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        assertThat(emitted()).containsExactly("AAPL+0m:1");
    }

    @Test
    void nothing_is_held_at_the_end() throws Exception {
        add(at(0, 10, 1));
        harness.endInput();
        harness.getOperator().finish();
        assertThat(emitted()).containsExactly("AAPL+0m:1");
    }

    @Test
    void trades_beyond_the_allowed_lateness_are_told_apart() throws Exception {
        add(at("IBM", 3_600_000, 10, 1));
        add(at(0, 10, 1));
        add(at(1, 10, 1));
        harness.prepareSnapshotPreBarrier(1);
        assertThat(tooLate()).containsExactly("AAPL:0+2");
    }

    @Test
    void what_was_late_before_a_restart_is_late_after_it() throws Exception {
        add(at("IBM", 3_600_000, 10, 1));
        harness.prepareSnapshotPreBarrier(1);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        add(at(0, 10, 1));
        harness.prepareSnapshotPreBarrier(2);
        assertThat(tooLate()).containsExactly("AAPL:0+1");
    }

    @Test
    void each_trade_leaves_once() throws Exception {
        add(at(0, 10, 1));
        harness.setProcessingTime(1_050);
        add(at(1, 10, 1));
        harness.setProcessingTime(1_100);
        harness.prepareSnapshotPreBarrier(1);
        assertThat(emitted()).containsExactly("AAPL+0m:1", "AAPL+0m:1");
    }
}
