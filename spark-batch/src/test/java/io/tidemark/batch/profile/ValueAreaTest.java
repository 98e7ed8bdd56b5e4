package io.tidemark.batch.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueAreaTest {

    private static ValueArea of(double... volumes) {
        List<PriceLevel> rows = IntStream.range(0, volumes.length)
                .mapToObj(i -> new PriceLevel(100 + i, 100 + i, 1, volumes[i], 1))
                .toList();
        return ValueArea.of(rows);
    }

    @Test
    void it_grows_by_the_two_rows_of_the_greater_volume() {
        assertThat(of(1, 9, 5, 20, 6, 7, 3, 1)).isEqualTo(new ValueArea(3, 1, 5, 52));
    }

    @Test
    void two_rows_are_added_though_one_would_do() {
        assertThat(of(1, 1, 20, 9, 9)).isEqualTo(new ValueArea(2, 2, 4, 40));
    }

    @Test
    void it_grows_upwards_when_both_sides_hold_the_same() {
        assertThat(of(5, 5, 20, 5, 5)).isEqualTo(new ValueArea(2, 2, 4, 40));
    }

    @Test
    void a_side_with_one_row_left_is_compared_with_this_row() {
        assertThat(of(9, 20, 4, 4, 4)).isEqualTo(new ValueArea(1, 0, 1, 41));
    }

    @Test
    void it_goes_on_where_rows_are_left_when_one_side_is_used_up() {
        assertThat(of(20, 1, 1, 1, 10, 10, 10)).isEqualTo(new ValueArea(0, 0, 6, 53));
    }

    @Test
    void the_point_of_control_is_the_row_closest_to_the_middle_of_the_range() {
        assertThat(of(9, 1, 9, 1, 1).pointOfControl()).isEqualTo(2);
    }

    @Test
    void of_two_as_close_to_the_middle_it_is_the_lower() {
        assertThat(of(1, 9, 1, 9, 1).pointOfControl()).isEqualTo(1);
    }

    @Test
    void one_row_is_all() {
        assertThat(of(3)).isEqualTo(new ValueArea(0, 0, 0, 3));
    }
}
