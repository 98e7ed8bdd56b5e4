package io.tidemark.batch.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.conditions.TradeEffects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartialBarTest {
    private static final TradeEffects ALL = TradeEffects.ALL;
    private static final TradeEffects VOLUME_ONLY = new TradeEffects(false, false, true);
    private static final TradeEffects NOT_LAST = new TradeEffects(false, true, true);
    private static final TradeEffects NO_VOLUME = new TradeEffects(true, true, false);
    private static final TradeEffects NOTHING = new TradeEffects(false, false, false);

    private record Trade(double price, double volume, long time, int partition, long offset, TradeEffects effects) {
        void addTo(PartialBar bar) {
            bar.addTrade(price, volume, time, partition, offset, effects, time % 7 == 0);
        }
    }

    private static Bar bar(Trade... trades) {
        return bar(List.of(trades));
    }

    private static Bar bar(List<Trade> trades) {
        var partial = new PartialBar();
        trades.forEach(trade -> trade.addTo(partial));
        return bar(partial);
    }

    private static Bar bar(PartialBar partial) {
        return partial.toBar("SPY", Interval.ONE_MINUTE, 0);
    }

    @Test
    void a_bar_has_the_first_and_last_price_the_extremes_and_the_weighted_mean() {
        Bar bar = bar(
                new Trade(10, 100, 1, 0, 0, ALL),
                new Trade(12, 300, 2, 0, 1, ALL),
                new Trade(9, 100, 3, 0, 2, ALL),
                new Trade(11, 500, 4, 0, 3, ALL));
        assertThat(bar).isEqualTo(new Bar("SPY", Interval.ONE_MINUTE, 0, 10, 12, 9, 11, 1000, 11, 4, 4, 0, 1, 4));
    }

    @Test
    void trades_of_one_millisecond_are_ordered_by_partition_and_offset() {
        Bar bar = bar(
                new Trade(1, 1, 5, 1, 0, ALL),
                new Trade(2, 1, 5, 0, 9, ALL),
                new Trade(3, 1, 5, 0, 10, ALL),
                new Trade(4, 1, 5, 1, 7, ALL));
        assertThat(bar.open()).isEqualTo(2);
        assertThat(bar.close()).isEqualTo(4);
    }

    @Test
    void a_trade_moves_only_what_its_conditions_let_it_move() {
        Bar bar = bar(
                new Trade(50, 10, 1, 0, 0, VOLUME_ONLY),
                new Trade(10, 10, 2, 0, 1, ALL),
                new Trade(20, 10, 3, 0, 2, NOT_LAST),
                new Trade(12, 10, 4, 0, 3, NO_VOLUME),
                new Trade(99, 10, 5, 0, 4, NOTHING));
        assertThat(bar.open()).isEqualTo(10);
        assertThat(bar.close()).isEqualTo(12);
        assertThat(bar.high()).isEqualTo(20);
        assertThat(bar.low()).isEqualTo(10);
        assertThat(bar.volume()).isEqualTo(30);
        assertThat(bar.vwap()).isEqualTo((50 + 10 + 20) / 3.0);
        assertThat(bar.trades()).isEqualTo(3);
        assertThat(bar.eligibleTrades()).isEqualTo(2);
        assertThat(bar.lastTradeTime())
                .as("a trade that moves nothing is not seen")
                .isEqualTo(4);
    }

    @Test
    void a_bar_without_an_eligible_trade_has_no_prices() {
        Bar bar = bar(new Trade(50, 10, 1, 0, 0, VOLUME_ONLY));
        assertThat(bar.open()).isNaN();
        assertThat(bar.high()).isNaN();
        assertThat(bar.low()).isNaN();
        assertThat(bar.close()).isNaN();
        assertThat(bar.vwap()).isEqualTo(50);
    }

    @Test
    void a_bar_without_volume_has_no_vwap() {
        Bar bar = bar(new Trade(50, 10, 1, 0, 0, NO_VOLUME));
        assertThat(bar.volume()).isZero();
        assertThat(bar.vwap()).isNaN();
        assertThat(bar.close()).isEqualTo(50);
    }

    @Test
    void price_updates_and_trades_that_move_nothing_make_no_bar_but_are_counted() {
        var partial = new PartialBar();
        partial.addPriceUpdate();
        new Trade(1, 1, 1, 0, 0, NOTHING).addTo(partial);
        assertThat(partial.isBar()).isFalse();
        assertThat(partial.priceUpdates()).isEqualTo(1);
        assertThat(partial.excluded()).isEqualTo(1);
        assertThat(partial.rows()).isEqualTo(2);
    }

    @Test
    void a_bar_is_the_same_whatever_the_order_and_the_grouping_of_its_trades() {
        var random = new Random(9);
        TradeEffects[] kinds = {ALL, ALL, ALL, VOLUME_ONLY, NOT_LAST, NO_VOLUME, NOTHING};
        for (int round = 0; round < 300; round++) {
            List<Trade> trades = new ArrayList<>();
            int count = 1 + random.nextInt(60);
            for (int i = 0; i < count; i++) {
                trades.add(new Trade(
                        (1 + random.nextInt(100_000)) / 1000.0,
                        (1 + random.nextInt(1_000_000)) / 10_000.0,
                        random.nextInt(8),
                        random.nextInt(3),
                        i,
                        kinds[random.nextInt(kinds.length)]));
            }
            Bar expected = bar(trades);
            Collections.shuffle(trades, random);
            List<PartialBar> groups = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                groups.add(new PartialBar());
            }
            trades.forEach(trade -> trade.addTo(groups.get(random.nextInt(groups.size()))));
            var merged = new PartialBar();
            groups.forEach(merged::merge);
            assertThat(bar(merged)).isEqualTo(expected);
        }
    }
}
