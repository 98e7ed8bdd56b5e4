package io.tidemark.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PriceModelTest {

    private static final long MINUTE = 60_000;
    private static final int MINUTES = 2_880;

    private static double[][] minuteReturns(List<String> symbols) {
        List<SymbolProfile> profiles = SymbolProfiles.of(symbols);
        TradingDay day = new RoundTheClock();
        PriceModel model =
                new PriceModel(profiles, profiles.stream().map(p -> day).toList(), 0, new SplittableRandom(21));
        double[][] returns = new double[symbols.size()][MINUTES];
        for (int minute = 0; minute < MINUTES; minute++) {
            double[] before = new double[symbols.size()];
            for (int i = 0; i < before.length; i++) {
                before[i] = model.price(i);
            }
            model.advanceTo((minute + 1) * MINUTE);
            for (int i = 0; i < before.length; i++) {
                returns[i][minute] = Math.log(model.price(i) / before[i]);
            }
        }
        return returns;
    }

    private static double moment(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum / x.length;
    }

    private static double correlation(double[] x, double[] y) {
        return moment(x, y) / Math.sqrt(moment(x, x) * moment(y, y));
    }

    @Test
    void returns_correlate_by_the_common_factor() {
        double[][] returns = minuteReturns(List.of("SPY", "QQQ", "AAPL", "BINANCE:BTCUSDT"));
        // The square root of the product of the market shares in the profiles.
        assertThat(correlation(returns[0], returns[1])).isCloseTo(0.90, within(0.03));
        assertThat(correlation(returns[0], returns[2])).isCloseTo(0.68, within(0.04));
        assertThat(correlation(returns[2], returns[3])).isCloseTo(0.22, within(0.05));
    }

    @Test
    void a_days_volatility_is_the_profiles() {
        double[] returns = minuteReturns(List.of("AAPL"))[0];
        assertThat(Math.sqrt(moment(returns, returns) * 1_440)).isCloseTo(0.015, within(0.001));
    }

    @Test
    void volatility_is_higher_at_both_ends_of_the_day() {
        double[] returns = minuteReturns(List.of("AAPL"))[0];
        double ends = 0;
        double middle = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            int ofDay = minute % 1_440;
            double square = returns[minute] * returns[minute];
            ends += ofDay < 180 || ofDay >= 1_260 ? square : 0;
            middle += ofDay >= 540 && ofDay < 900 ? square : 0;
        }
        assertThat(ends / middle).isGreaterThan(1.5);
    }

    @Test
    void prices_do_not_move_when_time_does_not() {
        PriceModel model = new PriceModel(
                SymbolProfiles.of(List.of("AAPL")), List.of(new RoundTheClock()), 0, new SplittableRandom(1));
        model.advanceTo(10_000);
        double price = model.price(0);
        model.advanceTo(10_000);
        model.advanceTo(5_000);
        assertThat(model.price(0)).isEqualTo(price);
    }
}
