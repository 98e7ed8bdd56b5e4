package io.tidemark.batch.price.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AveragesTest {

    @Test
    void an_ema_starts_from_the_mean_of_its_first_values() {
        var ema = new Ema(3);
        ema.add(1);
        ema.add(2);
        assertThat(ema.value()).isNaN();
        ema.add(6);
        assertThat(ema.value()).isEqualTo(3);
        ema.add(7);
        assertThat(ema.value()).isEqualTo(5);
    }

    @Test
    void wilders_average_takes_an_nth_of_each_new_value() {
        var average = new WilderAverage(4);
        for (double value : new double[] {2, 4, 6, 8}) {
            average.add(value);
        }
        assertThat(average.value()).isEqualTo(5);
        average.add(9);
        assertThat(average.value()).isEqualTo((5 * 3 + 9) / 4.0);
    }

    @Test
    void averages_of_equal_values_are_that_value_to_the_bit() {
        double price = 48.83;
        var ema = new Ema(26);
        var wilder = new WilderAverage(14);
        var window = new RollingWindow(20);
        for (int i = 0; i < 60; i++) {
            ema.add(price);
            wilder.add(price);
            window.add(price);
        }
        assertThat(ema.value()).isEqualTo(price);
        assertThat(wilder.value()).isEqualTo(price);
        assertThat(window.mean()).isEqualTo(price);
        assertThat(window.deviation()).isZero();
    }

    @Test
    void a_window_forgets_what_is_older_than_its_length() {
        var window = new RollingWindow(4);
        window.add(1000);
        for (double value : new double[] {2, 4, 4}) {
            assertThat(window.mean()).isNaN();
            assertThat(window.deviation()).isNaN();
            window.add(value);
        }
        window.add(6);
        assertThat(window.mean()).isEqualTo(4);
        assertThat(window.deviation()).isEqualTo(Math.sqrt(2));
    }

    @Test
    void macd_is_known_after_26_closes_and_its_signal_after_34() {
        var macd = new Macd();
        for (int i = 1; i <= 34; i++) {
            macd.add(100 + i);
            assertThat(Double.isNaN(macd.fast())).isEqualTo(i < 12);
            assertThat(Double.isNaN(macd.line())).isEqualTo(i < 26);
            assertThat(Double.isNaN(macd.signal())).isEqualTo(i < 34);
        }
        // An EMA of n lags a straight line by (n - 1) / 2.
        assertThat(macd.line()).isCloseTo(12.5 - 5.5, within(1e-12));
        assertThat(macd.histogram()).isCloseTo(0, within(1e-12));
    }

    @Test
    void strength_is_100_when_all_rises_0_when_all_falls_and_unknown_when_nothing_moves() {
        assertThat(strength(1)).isEqualTo(100);
        assertThat(strength(-1)).isZero();
        assertThat(strength(0)).isNaN();
    }

    @Test
    void strength_weighs_gains_against_losses() {
        var strength = new RelativeStrength(2);
        for (double close : new double[] {10, 13, 12, 12}) {
            strength.add(close);
        }
        // Gains 1.5 then 0.75, losses 0.5 then 0.25.
        assertThat(strength.value()).isEqualTo(75);
    }

    @Test
    void a_length_must_be_positive() {
        assertThatThrownBy(() -> new Ema(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RollingWindow(-1)).hasMessageContaining("-1");
    }

    private static double strength(double step) {
        var strength = new RelativeStrength(14);
        for (int i = 0; i < 15; i++) {
            assertThat(strength.value()).isNaN();
            strength.add(100 + i * step);
        }
        return strength.value();
    }
}
