package io.tidemark.speed.move;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertSeverity;
import io.tidemark.speed.bars.PartialBar;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices go up and down by one per mille, minute by minute; 10 returns must have been seen. */
@SuppressWarnings("NullAway.Init")
class PriceMovesTest {
    private static final int CALM = 20;

    private KeyedOneInputStreamOperatorTestHarness<String, PartialBar, Alert> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PartialBar, Alert> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new PriceMoves(new MoveRule(5, 10), Duration.ofSeconds(5))),
                partial -> partial.symbol,
                Types.STRING);
    }

    private static PartialBar partial(IncomingTrade trade) {
        var partial = new PartialBar(trade.symbol(), PartialBar.minuteOf(trade.tradeTime()));
        partial.add(trade, 10_000);
        return partial;
    }

    private void trade(long ms, double price) throws Exception {
        harness.processElement(new StreamRecord<>(partial(at(ms, price, 1))));
    }

    /** Minutes 0 to 19. */
    private void calm() throws Exception {
        for (int minute = 0; minute < CALM; minute++) {
            trade(minute * 60_000L + 59_000, minute % 2 == 0 ? 100 : 100.1);
        }
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }

    @Test
    void a_calm_market_raises_nothing() throws Exception {
        calm();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_move_beyond_the_limit_raises_one_alert_when_its_minute_is_over() throws Exception {
        calm();
        trade(CALM * 60_000L + 59_000, 101);
        trade((CALM + 1) * 60_000L + 4_999, 101);
        assertThat(alerts()).isEmpty();
        trade((CALM + 1) * 60_000L + 5_000, 101);
        trade((CALM + 1) * 60_000L + 50_000, 101);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("price-move/AAPL/2013-10-07T14:20:00Z");
            assertThat(alert.occurredAt()).isEqualTo(MINUTE + CALM * 60_000L);
            assertThat(alert.value()).isCloseTo(Math.log(101 / 100.1) / Math.log(1.001), within(1e-3));
            assertThat(alert.threshold()).isEqualTo(5);
            assertThat(alert.severity()).isEqualTo(AlertSeverity.WARNING);
            assertThat(alert.message()).contains("AAPL moved +0.90% in a minute, 9.0 times");
        });
    }

    @Test
    void a_short_history_is_not_believed() throws Exception {
        for (int minute = 0; minute < 10; minute++) {
            trade(minute * 60_000L, 100);
        }
        trade(10 * 60_000L, 200);
        trade(12 * 60_000L, 200);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_jump_over_minutes_without_trades_is_no_one_minute_move() throws Exception {
        calm();
        trade((CALM + 1) * 60_000L, 200);
        trade((CALM + 3) * 60_000L, 200);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_price_that_never_moved_may_move_a_little() throws Exception {
        for (int minute = 0; minute < CALM; minute++) {
            trade(minute * 60_000L, 100);
        }
        trade(CALM * 60_000L, 100.04);
        trade((CALM + 1) * 60_000L, 100.2);
        trade((CALM + 3) * 60_000L, 100.2);
        assertThat(alerts()).extracting(Alert::occurredAt).containsExactly(MINUTE + (CALM + 1) * 60_000L);
    }

    @Test
    void it_goes_on_after_a_restart_where_it_was() throws Exception {
        calm();
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        trade(CALM * 60_000L, 101);
        trade((CALM + 2) * 60_000L, 101);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void minutes_that_are_over_leave_nothing_but_their_close() throws Exception {
        calm();
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void alerts_do_not_depend_on_how_trades_were_combined(long seed) throws Exception {
        var random = new Random(seed);
        List<IncomingTrade> trades = new ArrayList<>();
        double price = 100;
        for (long ms = 0; ms < 200 * 60_000L; ms += 2_000) {
            price *= 1 + random.nextGaussian() * (random.nextInt(500) == 0 ? 0.02 : 0.0002);
            trades.add(at(Math.max(0, ms - random.nextInt(5_000)), price, 1));
        }
        List<Alert> one = alertsOf(trades, 1, new Random(seed));
        assertThat(one).isNotEmpty();
        assertThat(alertsOf(trades, 40, new Random(seed))).isEqualTo(one);
    }

    private static List<Alert> alertsOf(List<IncomingTrade> trades, int most, Random random) throws Exception {
        try (var harness = harness()) {
            harness.open();
            var partial = new PartialBar("AAPL", MINUTE);
            int left = 0;
            for (IncomingTrade trade : trades) {
                long minute = PartialBar.minuteOf(trade.tradeTime());
                if (left == 0 || partial.minute != minute) {
                    harness.processElement(new StreamRecord<>(partial));
                    partial = new PartialBar("AAPL", minute);
                    left = 1 + random.nextInt(most);
                }
                partial.add(trade, 10_000);
                left--;
            }
            return List.copyOf(harness.extractOutputValues());
        }
    }
}
