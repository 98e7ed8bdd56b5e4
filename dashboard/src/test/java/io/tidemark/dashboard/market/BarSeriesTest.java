package io.tidemark.dashboard.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarSeriesTest {
    private static final SeriesKey KEY = new SeriesKey("IBM", BarInterval.MINUTE);

    private static BarSeries series(Bar... bars) {
        return new BarSeries(KEY, List.of(bars), false);
    }

    private static Bar bar(int minute, double close) {
        return FakeServing.bar(minute, close, BarLayer.BATCH);
    }

    @Test
    void the_same_bars_are_no_change() {
        assertThat(series(bar(0, 1), bar(1, 2)).since(series(bar(0, 1), bar(1, 2))))
                .isEqualTo(SeriesChange.Unchanged.INSTANCE);
    }

    @Test
    void a_changed_last_bar_and_a_new_one_are_a_tail() {
        assertThat(series(bar(0, 1), bar(1, 3), bar(2, 4)).since(series(bar(0, 1), bar(1, 2))))
                .isEqualTo(new SeriesChange.Tail(List.of(bar(1, 3), bar(2, 4))));
    }

    @Test
    void a_bar_that_moves_to_another_layer_is_told_with_all_after_it() {
        BarSeries live = series(bar(0, 1), FakeServing.bar(1, 2, BarLayer.SPEED), bar(2, 3));
        BarSeries settled = series(bar(0, 1), bar(1, 2), bar(2, 3));

        assertThat(settled.since(live)).isEqualTo(new SeriesChange.Tail(List.of(bar(1, 2), bar(2, 3))));
    }

    @Test
    void a_bar_between_others_replaces_the_series() {
        assertThat(series(bar(0, 1), bar(1, 2), bar(2, 3)).since(series(bar(0, 1), bar(2, 3))))
                .isEqualTo(SeriesChange.Replaced.INSTANCE);
    }

    @Test
    void older_bars_replace_the_series() {
        assertThat(series(bar(0, 1), bar(1, 2)).since(series(bar(1, 2)))).isEqualTo(SeriesChange.Replaced.INSTANCE);
    }

    @Test
    void fewer_bars_replace_the_series() {
        assertThat(series(bar(0, 1)).since(series(bar(0, 1), bar(1, 2)))).isEqualTo(SeriesChange.Replaced.INSTANCE);
    }

    @Test
    void many_new_bars_replace_the_series() {
        Bar[] many = IntStream.range(0, 40).mapToObj(i -> bar(i, i)).toArray(Bar[]::new);

        assertThat(series(many).since(series(bar(0, 0)))).isEqualTo(SeriesChange.Replaced.INSTANCE);
    }

    @Test
    void another_series_replaces_this_one() {
        BarSeries other = new BarSeries(new SeriesKey("SPY", BarInterval.MINUTE), List.of(bar(0, 1)), false);

        assertThat(series(bar(0, 1)).since(other)).isEqualTo(SeriesChange.Replaced.INSTANCE);
    }
}
