package io.tidemark.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DateSelectionTest {

    private static LocalDate day(int day) {
        return LocalDate.of(2013, 10, day);
    }

    private static DateSelection selection(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate... dates) {
        return new DateSelection(new TreeSet<>(Arrays.asList(dates)), from, to);
    }

    @Test
    void nothing_asked_for_is_everything() {
        assertThat(selection(Optional.empty(), Optional.empty()).includes(day(1)))
                .isTrue();
    }

    @Test
    void single_dates_are_just_these() {
        DateSelection selection = selection(Optional.empty(), Optional.empty(), day(3), day(5));
        assertThat(selection.includes(day(3))).isTrue();
        assertThat(selection.includes(day(4))).isFalse();
    }

    @Test
    void a_range_has_both_its_ends() {
        DateSelection selection = selection(Optional.of(day(3)), Optional.of(day(5)), day(9));
        assertThat(selection.includes(day(2))).isFalse();
        assertThat(selection.includes(day(3))).isTrue();
        assertThat(selection.includes(day(5))).isTrue();
        assertThat(selection.includes(day(6))).isFalse();
        assertThat(selection.includes(day(9))).isTrue();
    }

    @Test
    void a_range_may_be_open_at_one_end() {
        assertThat(selection(Optional.of(day(3)), Optional.empty()).includes(day(30)))
                .isTrue();
        assertThat(selection(Optional.of(day(3)), Optional.empty()).includes(day(2)))
                .isFalse();
        assertThat(selection(Optional.empty(), Optional.of(day(3))).includes(day(4)))
                .isFalse();
    }
}
