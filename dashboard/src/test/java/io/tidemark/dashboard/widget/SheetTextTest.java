package io.tidemark.dashboard.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.widget.Sheet.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SheetTextTest {
    private static final Moments MOMENTS = new Moments(ZoneOffset.UTC, LocalDate.of(2026, 11, 23));

    @Test
    void fractions_are_told_in_percent_and_changes_with_their_sign() {
        assertThat(text(Kind.SHARE, 0.0123)).isEqualTo("1.23%");
        assertThat(text(Kind.CHANGE, 0.0123)).isEqualTo("+1.23%");
        assertThat(text(Kind.CHANGE, -0.0123)).isEqualTo("\u22121.23%");
        assertThat(text(Kind.RATIO, -0.5)).isEqualTo("\u22120.500");
    }

    @Test
    void numbers_have_the_digits_that_they_need() {
        assertThat(text(Kind.NUMBER, 1_234_567L)).isEqualTo("1,234,567");
        assertThat(text(Kind.NUMBER, 180.456)).isEqualTo("180.46");
        assertThat(text(Kind.NUMBER, 0.00012345)).isEqualTo("0.000123");
        assertThat(text(Kind.NUMBER, -0.7)).isEqualTo("\u22120.7");
    }

    @Test
    void what_there_is_none_of_is_a_dash_and_today_needs_no_date() {
        assertThat(SheetText.of(Kind.NUMBER, null, MOMENTS)).isEqualTo("\u2013");
        assertThat(text(Kind.MOMENT, Instant.parse("2026-11-23T14:30:00Z"))).isEqualTo("14:30:00");
        assertThat(text(Kind.MOMENT, Instant.parse("2026-11-22T14:30:00Z"))).isEqualTo("22 Nov 2026 14:30");
    }

    private static String text(Kind kind, Object cell) {
        return SheetText.of(kind, cell, MOMENTS);
    }
}
