package io.tidemark.batch.price.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskFiguresTest {
    private static final double NONE = Double.NaN;

    @Test
    void realized_volatility_is_the_root_of_the_summed_squares() {
        var volatility = new RealizedVolatility();
        volatility.add(1);
        assertThat(volatility.value()).isNaN();
        volatility.add(Math.exp(0.3));
        volatility.add(Math.exp(-0.1));
        assertThat(volatility.value()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void parkinson_sees_only_the_range() {
        assertThat(ParkinsonVolatility.of(2, 1)).isCloseTo(Math.sqrt(Math.log(2)) / 2, within(1e-15));
        assertThat(ParkinsonVolatility.of(7, 7)).isZero();
        assertThat(ParkinsonVolatility.of(NONE, NONE)).isNaN();
    }

    @Test
    void drawdown_is_measured_from_the_highest_close_before() {
        var drawdown = new Drawdown();
        assertThat(drawdown.greatest()).isNaN();
        for (double close : new double[] {80, 100, 75, 90, 120, 114}) {
            drawdown.add(close);
        }
        assertThat(drawdown.current()).isEqualTo(0.05);
        assertThat(drawdown.greatest()).isEqualTo(0.25);
    }

    @Test
    void a_true_range_bridges_the_gap_from_the_close_before() {
        var range = new AverageTrueRange(2);
        range.add(12, 10, 11);
        assertThat(range.range()).isEqualTo(2);
        range.add(20, 19, 19.5);
        assertThat(range.range()).isEqualTo(9);
        assertThat(range.value()).isEqualTo(5.5);
        range.add(NONE, NONE, 18);
        assertThat(range.range()).isNaN();
        assertThat(range.value()).isEqualTo(5.5);
        range.add(16, 15, 15);
        assertThat(range.range()).isEqualTo(3);
    }

    @Test
    void a_vwap_weighs_by_volume_and_so_does_its_deviation() {
        var price = new VolumeWeightedPrice();
        assertThat(price.value()).isNaN();
        price.add(10, 300);
        assertThat(price.deviation()).isZero();
        price.add(NONE, 50);
        price.add(99, 0);
        price.add(14, 100);
        assertThat(price.value()).isEqualTo(11);
        assertThat(price.deviation()).isEqualTo(Math.sqrt(3));
    }

    @Test
    void comovement_is_over_the_samples_that_both_have() {
        Comovement both = Comovement.of(new double[] {2, NONE, 4, 6, 1}, new double[] {1, 5, 2, 3, NONE});
        assertThat(both.samples()).isEqualTo(3);
        assertThat(both.correlation()).isCloseTo(1, within(1e-15));
        assertThat(both.beta()).isCloseTo(2, within(1e-15));
        Comovement back = Comovement.of(new double[] {1, 5, 2, 3, NONE}, new double[] {-2, NONE, -4, -6, 1});
        assertThat(back.correlation()).isCloseTo(-1, within(1e-15));
        assertThat(back.beta()).isCloseTo(-0.5, within(1e-15));
    }

    @Test
    void too_few_samples_or_a_series_that_does_not_vary_have_no_correlation() {
        assertThat(Comovement.of(new double[] {1, 2}, new double[] {1, 2})).isEqualTo(new Comovement(2, NONE, NONE));
        assertThat(Comovement.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}))
                .isEqualTo(new Comovement(3, NONE, NONE));
    }
}
