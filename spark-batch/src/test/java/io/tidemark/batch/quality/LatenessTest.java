package io.tidemark.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {

    private static Lateness of(long... milliseconds) {
        var lateness = new Lateness();
        for (long value : milliseconds) {
            lateness.add(value);
        }
        return lateness;
    }

    @Test
    void percentiles_are_values_of_two_digits_by_nearest_rank() {
        Lateness lateness = of(0, 7, 99, 100, 129, 5_678, 999_999, 86_400_000_123L, 42, 1);
        assertThat(lateness.percentile(50)).isEqualTo(99);
        assertThat(lateness.percentile(60)).isEqualTo(100);
        assertThat(lateness.percentile(70)).isEqualTo(120);
        assertThat(lateness.percentile(71)).isEqualTo(5_600);
        assertThat(lateness.percentile(90)).isEqualTo(990_000);
        assertThat(lateness.percentile(99)).isEqualTo(86_000_000_000L);
        assertThat(lateness.greatest()).isEqualTo(86_400_000_123L);
    }

    @Test
    void every_value_is_cut_to_two_digits() {
        for (long value = 0; value < 100_000; value++) {
            long unit = 1;
            while (value / unit >= 100) {
                unit *= 10;
            }
            assertThat(of(value).percentile(50)).isEqualTo(value / unit * unit);
        }
    }

    @Test
    void rows_from_the_future_are_counted_apart() {
        Lateness lateness = of(-1, -500, 10);
        assertThat(lateness.fromTheFuture()).isEqualTo(2);
        assertThat(lateness.percentile(50)).isEqualTo(10);
    }

    @Test
    void nothing_is_known_of_rows_that_are_all_from_the_future() {
        Lateness lateness = of(-1);
        assertThat(lateness.percentile(50)).isEqualTo(-1);
        assertThat(lateness.greatest()).isEqualTo(-1);
    }
}
