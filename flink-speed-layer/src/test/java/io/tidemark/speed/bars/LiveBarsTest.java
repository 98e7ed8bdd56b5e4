package io.tidemark.speed.bars;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a live bar is written, closed and forgotten. Processing time begins at the minute's start. */
@SuppressWarnings("NullAway.Init")
class LiveBarsTest {
    private static final long LATENESS_MS = 120_000;

    private KeyedOneInputStreamOperatorTestHarness<String, PartialBar, LiveBar> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(MINUTE);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PartialBar, LiveBar> harness() throws Exception {
        var timing = new LiveBarTiming(
                Duration.ofMillis(250), Duration.ofMillis(LATENESS_MS), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LiveBars(timing)), partial -> partial.symbol, Types.STRING);
    }

    private void trade(long ms, double price) throws Exception {
        var partial = new PartialBar("AAPL", PartialBar.minuteOf(MINUTE + ms));
        partial.add(at(ms, price, 1), 10_000);
        harness.processElement(new StreamRecord<>(partial));
    }

    private void watermark(long ms) throws Exception {
        harness.processWatermark(new Watermark(MINUTE + ms));
    }

    private void clock(long ms) throws Exception {
        harness.setProcessingTime(MINUTE + ms);
    }

    /** Rows since the last call: minute, close, revision, and whether closed. */
    private List<String> emitted() {
        List<String> rows = harness.extractOutputValues().stream()
                .map(bar -> (bar.bucket() - MINUTE) / 60_000 + "m " + bar.close() + " #" + bar.revision()
                        + (bar.closed() ? " closed" : ""))
                .toList();
        harness.getOutput().clear();
        return rows;
    }

    private List<LateTrades> late() {
        List<LateTrades> late = new ArrayList<>();
        var output = harness.getSideOutput(LiveBars.LATE);
        if (output != null) {
            output.forEach(element -> late.add(element.getValue()));
        }
        return late;
    }

    @Test
    void a_first_trade_shows_at_once_and_then_at_most_every_interval() throws Exception {
        trade(0, 10);
        assertThat(emitted()).containsExactly("0m 10.0 #1");
        clock(100);
        trade(100, 11);
        clock(200);
        trade(200, 12);
        assertThat(emitted()).isEmpty();
        clock(250);
        assertThat(emitted()).containsExactly("0m 12.0 #3");
        clock(600);
        assertThat(emitted()).isEmpty();
        trade(600, 13);
        assertThat(emitted()).containsExactly("0m 13.0 #4");
    }

    @Test
    void a_minute_closes_when_the_watermark_has_passed_it() throws Exception {
        trade(0, 10);
        emitted();
        watermark(59_998);
        assertThat(emitted()).isEmpty();
        watermark(59_999);
        assertThat(emitted()).containsExactly("0m 10.0 #1 closed");
    }

    @Test
    void a_trade_within_the_allowed_lateness_changes_a_closed_bar() throws Exception {
        trade(0, 10);
        watermark(60_000);
        emitted();
        clock(61_000);
        trade(59_000, 11);
        assertThat(emitted()).containsExactly("0m 11.0 #2 closed");
        assertThat(late()).isEmpty();
    }

    @Test
    void a_change_that_waits_is_written_before_its_state_goes() throws Exception {
        trade(0, 10);
        watermark(60_000);
        clock(61_000);
        trade(59_000, 11);
        trade(59_500, 12);
        emitted();
        watermark(59_999 + LATENESS_MS);
        assertThat(emitted()).containsExactly("0m 12.0 #3 closed");
    }

    @Test
    void later_trades_are_counted_and_in_no_bar() throws Exception {
        trade(0, 10);
        watermark(59_999 + LATENESS_MS);
        emitted();
        trade(1_000, 99);
        assertThat(emitted()).isEmpty();
        assertThat(late()).containsExactly(new LateTrades("AAPL", MINUTE, 1));
    }

    @Test
    void a_closed_and_forgotten_minute_leaves_no_state() throws Exception {
        for (int minute = 0; minute < 50; minute++) {
            trade(minute * 60_000L, 10 + minute);
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        watermark(50 * 60_000 + LATENESS_MS);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        clock(3_600_000 * 2);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void a_quiet_market_closes_its_last_minute_by_the_clock() throws Exception {
        trade(0, 10);
        emitted();
        clock(64_998);
        assertThat(emitted()).isEmpty();
        clock(64_999);
        assertThat(emitted()).containsExactly("0m 10.0 #1 closed");
    }

    @Test
    void trades_keep_an_old_minute_open_while_they_come() throws Exception {
        clock(1_000_000);
        trade(0, 10);
        clock(1_009_000);
        trade(1, 11);
        emitted();
        clock(1_010_000);
        assertThat(emitted()).isEmpty();
        clock(1_019_000);
        assertThat(emitted()).containsExactly("0m 11.0 #2 closed");
    }

    @Test
    void a_trade_after_a_quiet_end_is_not_lost() throws Exception {
        trade(0, 10);
        clock(70_000);
        emitted();
        clock(71_000);
        trade(59_000, 11);
        assertThat(emitted()).containsExactly("0m 11.0 #2 closed");
        watermark(59_999);
        assertThat(emitted()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_does_not_hold_rows_back() throws Exception {
        clock(3_600_000);
        trade(0, 10);
        emitted();
        clock(0);
        trade(1, 11);
        assertThat(emitted()).containsExactly("0m 11.0 #2");
    }

    @Test
    void a_price_update_makes_no_bar() throws Exception {
        var partial = new PartialBar("AAPL", MINUTE);
        partial.add(at(0, 10, 0), 10_000);
        harness.processElement(new StreamRecord<>(partial));
        assertThat(emitted()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void a_minute_that_was_forgotten_before_a_restart_stays_forgotten() throws Exception {
        trade(0, 10);
        watermark(59_999 + LATENESS_MS);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        trade(1_000, 99);
        assertThat(emitted()).isEmpty();
        assertThat(late()).containsExactly(new LateTrades("AAPL", MINUTE, 1));
    }

    @Test
    void trades_that_were_found_late_before_are_passed_on_and_in_no_bar() throws Exception {
        var partial = new PartialBar("AAPL", MINUTE);
        partial.add(at(0, 10, 1), 10_000);
        partial.addTooLate(at(1, 99, 1));
        harness.processElement(new StreamRecord<>(partial));
        assertThat(emitted()).containsExactly("0m 10.0 #1");
        assertThat(late()).containsExactly(new LateTrades("AAPL", MINUTE, 1));
    }

    @Test
    void a_restored_bar_goes_on_where_it_was() throws Exception {
        trade(0, 10);
        trade(1, 11);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        clock(250);
        assertThat(emitted()).containsExactly("0m 11.0 #2");
        trade(2, 12);
        watermark(60_000);
        assertThat(emitted()).containsExactly("0m 12.0 #3 closed");
    }
}
