package io.tidemark.quality.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarComparisonTest {
    private static final BarKey KEY = new BarKey("IBM", 60_000);
    private static final Bar BAR = bar(10, 11, 9, 10.5, 100, 10.2, 3);

    @Test
    void equal_bars_are_equal() {
        assertThat(compare(BAR, BAR).ok()).isTrue();
        assertThat(compare(BAR, BAR).equal()).isEqualTo(1);
    }

    @Test
    void prices_and_counts_are_compared_exactly() {
        assertThat(compare(BAR, bar(10, 11, 9, Math.nextUp(10.5), 100, 10.2, 3)).different())
                .isEqualTo(1);
        assertThat(compare(BAR, bar(10, 11, 9, 10.5, 100, 10.2, 4)).different()).isEqualTo(1);
    }

    @Test
    void volume_and_vwap_may_differ_by_a_billionth() {
        assertThat(compare(BAR, bar(10, 11, 9, 10.5, 100, 10.2 * (1 + 5e-10), 3))
                        .ok())
                .isTrue();
        assertThat(compare(BAR, bar(10, 11, 9, 10.5, 100, 10.2 * (1 + 5e-9), 3)).different())
                .isEqualTo(1);
        assertThat(compare(BAR, bar(10, 11, 9, 10.5, 100 * (1 + 5e-9), 10.2, 3)).different())
                .isEqualTo(1);
    }

    @Test
    void a_bar_without_prices_is_not_one_with_prices() {
        var silent = new Bar(Optional.empty(), 100, 10.2, 3);
        assertThat(compare(silent, silent).ok()).isTrue();
        assertThat(compare(silent, BAR).different()).isEqualTo(1);
    }

    @Test
    void missing_and_extra_bars_are_told_apart() {
        var expected = Map.of(KEY, new ExpectedBars.Expected(BAR, 0));
        var other = Map.of(new BarKey("SPY", 60_000), BAR);
        var comparison = BarComparison.of(expected, other);
        assertThat(comparison.missing()).isEqualTo(1);
        assertThat(comparison.extra()).isEqualTo(1);
        assertThat(comparison.ok()).isFalse();
        assertThat(comparison.examples()).hasSize(2);
    }

    private static BarComparison compare(Bar expected, Bar served) {
        return BarComparison.of(Map.of(KEY, new ExpectedBars.Expected(expected, 0)), Map.of(KEY, served));
    }

    private static Bar bar(
            double open, double high, double low, double close, double volume, double vwap, long trades) {
        return new Bar(Optional.of(new Bar.Prices(open, high, low, close)), volume, vwap, trades);
    }
}
