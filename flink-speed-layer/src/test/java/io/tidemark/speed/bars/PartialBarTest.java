package io.tidemark.speed.bars;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static io.tidemark.speed.fixture.TestTrade.receivedLater;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.trade.IncomingTrade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden cases of the bar's definition, and that it is a function of a set. */
class PartialBarTest {
    private static final long LATE_AFTER_MS = 10_000;

    private static PartialBar of(List<IncomingTrade> trades) {
        var bar = new PartialBar("AAPL", MINUTE);
        trades.forEach(trade -> bar.add(trade, LATE_AFTER_MS));
        return bar;
    }

    private static LiveBar bar(IncomingTrade... trades) {
        return of(List.of(trades)).toBar(false);
    }

    @Test
    void open_and_close_are_by_trade_time_and_not_by_arrival() {
        LiveBar bar = bar(at(30_000, 12, 1), at(10_000, 10, 1), at(50_000, 13, 1), at(20_000, 9, 2));

        assertThat(bar.open()).isEqualTo(10);
        assertThat(bar.close()).isEqualTo(13);
        assertThat(bar.high()).isEqualTo(13);
        assertThat(bar.low()).isEqualTo(9);
        assertThat(bar.volume()).isEqualTo(5);
        assertThat(bar.vwap()).isCloseTo(53.0 / 5, within(1e-12));
        assertThat(bar.trades()).isEqualTo(4);
        assertThat(bar.firstTradeTime()).isEqualTo(MINUTE + 10_000);
        assertThat(bar.lastTradeTime()).isEqualTo(MINUTE + 50_000);
        assertThat(bar.revision()).isEqualTo(4);
    }

    @Test
    void trades_of_one_millisecond_are_ordered_by_partition_and_offset() {
        var event = io.tidemark.speed.fixture.TestTrade.event("AAPL", MINUTE, MINUTE, 1, 1);
        var second = io.tidemark.speed.fixture.TestTrade.event("AAPL", MINUTE, MINUTE, 2, 1);
        var third = io.tidemark.speed.fixture.TestTrade.event("AAPL", MINUTE, MINUTE, 3, 1);
        LiveBar bar = bar(
                IncomingTrade.accepted(third, TradeEffects.ALL, 1, 5),
                IncomingTrade.accepted(second, TradeEffects.ALL, 0, 9),
                IncomingTrade.accepted(event, TradeEffects.ALL, 0, 7));

        assertThat(bar.open()).isEqualTo(1);
        assertThat(bar.close()).isEqualTo(3);
    }

    @Test
    void a_price_update_touches_no_bar_but_is_the_latest_price() {
        PartialBar partial = of(List.of(at(1_000, 10, 1), at(2_000, 99, 0)));
        LiveBar bar = partial.toBar(false);

        assertThat(bar.high()).isEqualTo(10);
        assertThat(bar.close()).isEqualTo(10);
        assertThat(bar.trades()).isEqualTo(1);
        assertThat(bar.lastTradeTime()).isEqualTo(MINUTE + 1_000);
        assertThat(partial.latest.price).isEqualTo(99);
        assertThat(of(List.of(at(2_000, 99, 0))).isBar()).isFalse();
    }

    @Test
    void a_trade_updates_what_its_conditions_allow() {
        LiveBar bar = bar(
                at(1_000, 10, 1),
                at(2_000, 90, 5, new TradeEffects(false, false, true)),
                at(3_000, 80, 7, new TradeEffects(false, false, false)));

        assertThat(bar.high()).isEqualTo(10);
        assertThat(bar.close()).isEqualTo(10);
        assertThat(bar.volume()).isEqualTo(6);
        assertThat(bar.trades()).isEqualTo(2);
        assertThat(bar.eligibleTrades()).isEqualTo(1);
        assertThat(bar.lastTradeTime()).isEqualTo(MINUTE + 2_000);
    }

    @Test
    void a_bar_without_eligible_prices_has_none() {
        LiveBar bar = bar(at(1_000, 10, 3, new TradeEffects(false, false, true)));

        assertThat(bar.open()).isNaN();
        assertThat(bar.high()).isNaN();
        assertThat(bar.low()).isNaN();
        assertThat(bar.close()).isNaN();
        assertThat(bar.vwap()).isEqualTo(10);
    }

    @Test
    void a_bar_without_volume_has_no_vwap() {
        assertThat(bar(at(1_000, 10, 3, new TradeEffects(true, true, false))).vwap())
                .isNaN();
    }

    @Test
    void a_trade_is_late_when_it_is_received_more_than_the_allowance_after_its_minute() {
        assertThat(bar(receivedLater(0, 10, 1, 70_000), receivedLater(1, 10, 1, 70_000), receivedLater(2, 10, 1, 0))
                        .lateTrades())
                .isEqualTo(1);
    }

    @Test
    void sums_beyond_a_doubles_range_are_infinite_and_have_no_vwap() {
        LiveBar bar = bar(at(1_000, 1e200, 1e200), at(2_000, 1e200, 1e200));

        assertThat(bar.volume()).isEqualTo(2e200);
        assertThat(bar.vwap()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_bar_does_not_depend_on_order_or_on_how_it_is_put_together(long seed) {
        var random = new Random(seed);
        List<IncomingTrade> trades = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            var effects = new TradeEffects(random.nextInt(5) > 0, random.nextInt(5) > 0, random.nextInt(5) > 0);
            // Sizes from a millionth to a million, where a plain sum would lose digits.
            double volume = random.nextInt(20) == 0 ? 0 : Math.pow(10, random.nextInt(13) - 6) * random.nextDouble();
            trades.add(at(random.nextInt(60_000), 1 + random.nextInt(100_000) / 100.0, volume, effects));
        }
        LiveBar expected = of(trades).toBar(true);
        Collections.shuffle(trades, random);
        var merged = new PartialBar("AAPL", MINUTE);
        for (int from = 0; from < trades.size(); ) {
            int to = Math.min(trades.size(), from + 1 + random.nextInt(50));
            merged.merge(of(trades.subList(from, to)));
            from = to;
        }
        LiveBar actual = merged.toBar(true);

        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("volume", "vwap", "open", "close")
                .isEqualTo(expected);
        assertThat(actual.volume()).isCloseTo(expected.volume(), within(expected.volume() * 1e-15));
        assertThat(actual.vwap()).isCloseTo(expected.vwap(), within(expected.vwap() * 1e-14));
        assertThat(actual.volume()).isEqualTo(exactVolume(trades));
    }

    private static double exactVolume(List<IncomingTrade> trades) {
        return trades.stream()
                .filter(trade -> trade.effects().volume())
                .map(trade -> new BigDecimal(trade.volume()))
                .reduce(BigDecimal.ZERO, (one, other) -> one.add(other, MathContext.UNLIMITED))
                .doubleValue();
    }
}
