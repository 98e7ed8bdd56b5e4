package io.tidemark.batch.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From rows to partial bars: what the columns of a row mean. */
@SuppressWarnings("NullAway.Init")
class MinuteBarsTest {
    /** A Monday, 10:00 in New York. */
    private static final String REGULAR = "2013-10-07T14:00:00Z";
    /** The same day, 17:00 in New York. */
    private static final String AFTER_HOURS = "2013-10-07T21:00:00Z";

    private static final SymbolRows NOBODY = new SymbolRows() {
        @Override
        public void priceUpdate(TradeRow row) {}

        @Override
        public void trade(TradeRow row, long minute, TradeEffects effects, long conditionsHash) {}
    };

    @TempDir
    private Path directory;

    private Map<MinuteKey, Bar> bars(SaleConditionRules rules, TestTrade... trades) throws IOException {
        var landing = new LandingFixture(directory);
        landing.land(0, trades);
        var minutes = new MinuteBars(rules, Duration.ofSeconds(10), symbol -> NOBODY);
        var reader = new RangeReader();
        for (var date : LandedTrades.read(directory, Duration.ZERO).dates()) {
            for (InputFile file : date.files()) {
                reader.read(new FileRange(file, 0, 0, file.bytes()), minutes::add);
            }
        }
        Map<MinuteKey, Bar> bars = new TreeMap<>();
        minutes.entries()
                .filter(entry -> entry.getValue().isBar())
                .forEach(entry -> bars.put(
                        entry.getKey(),
                        entry.getValue()
                                .toBar(
                                        entry.getKey().symbol(),
                                        Interval.ONE_MINUTE,
                                        entry.getKey().minute())));
        return bars;
    }

    private Bar bar(SaleConditionRules rules, TestTrade... trades) throws IOException {
        Map<MinuteKey, Bar> bars = bars(rules, trades);
        assertThat(bars).hasSize(1);
        return bars.values().iterator().next();
    }

    @Test
    void trades_are_put_to_their_symbol_and_minute() throws IOException {
        assertThat(bars(
                                SaleConditionRules.none(),
                                TestTrade.of("SPY", "1", "1", "2013-10-07T14:00:00Z"),
                                TestTrade.of("SPY", "1", "1", "2013-10-07T14:00:59.999Z"),
                                TestTrade.of("SPY", "1", "1", "2013-10-07T14:01:00Z"),
                                TestTrade.of("IBM", "1", "1", "2013-10-07T14:00:30Z"))
                        .keySet())
                .extracting(MinuteKey::toString)
                .containsExactly("IBM@1381154400000", "SPY@1381154400000", "SPY@1381154460000");
    }

    @Test
    void a_row_of_volume_zero_touches_no_bar() throws IOException {
        Bar bar = bar(
                SaleConditionRules.none(),
                TestTrade.of("SPY", "10", "100", REGULAR),
                TestTrade.of("SPY", "99", "0", REGULAR),
                TestTrade.of("SPY", "1", "0.000", REGULAR));
        assertThat(bar.high()).isEqualTo(10);
        assertThat(bar.low()).isEqualTo(10);
        assertThat(bar.close()).isEqualTo(10);
        assertThat(bar.trades()).isEqualTo(1);
    }

    @Test
    void sale_conditions_decide_by_all_codes_of_a_trade() throws IOException {
        Bar bar = bar(
                SaleConditionRules.consolidatedTape(),
                TestTrade.of("SPY", "10", "100", REGULAR).withConditions("1"),
                TestTrade.of("SPY", "90", "5", REGULAR).withConditions("1|12"),
                TestTrade.of("SPY", "11", "100", REGULAR).withConditions("1|8"));
        assertThat(bar.high()).isEqualTo(11);
        assertThat(bar.volume()).isEqualTo(205);
        assertThat(bar.trades()).isEqualTo(3);
        assertThat(bar.eligibleTrades()).isEqualTo(2);
    }

    @Test
    void a_form_t_trade_moves_prices_only_outside_the_regular_session() throws IOException {
        assertThat(bar(
                                SaleConditionRules.consolidatedTape(),
                                TestTrade.of("SPY", "10", "100", REGULAR).withConditions("24"))
                        .close())
                .isNaN();
    }

    @Test
    void a_form_t_trade_moves_prices_after_hours() throws IOException {
        assertThat(bar(
                                SaleConditionRules.consolidatedTape(),
                                TestTrade.of("SPY", "10", "100", AFTER_HOURS).withConditions("24"))
                        .close())
                .isEqualTo(10);
    }

    @Test
    void symbols_of_venues_have_no_sale_conditions() throws IOException {
        assertThat(bar(
                                SaleConditionRules.consolidatedTape(),
                                TestTrade.of("BINANCE:BTCUSDT", "10", "0.5", REGULAR)
                                        .withConditions("12"))
                        .close())
                .isEqualTo(10);
    }

    @Test
    void a_trade_is_late_when_it_arrives_more_than_the_allowance_after_its_minute() throws IOException {
        Bar bar = bar(
                SaleConditionRules.none(),
                TestTrade.of("SPY", "10", "1", REGULAR).receivedLater(70_000),
                TestTrade.of("SPY", "10", "1", REGULAR).receivedLater(70_001),
                TestTrade.of("SPY", "10", "1", REGULAR));
        assertThat(bar.lateTrades()).isEqualTo(1);
    }
}
