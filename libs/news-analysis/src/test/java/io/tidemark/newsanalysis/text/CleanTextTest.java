package io.tidemark.newsanalysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    private static final String NUL = String.valueOf((char) 0);
    private static final String HALF = String.valueOf((char) 0xD800);

    @Test
    void what_no_table_can_hold_is_left_out() {
        assertThat(CleanText.of("a" + NUL + "b" + HALF + "c\nd", 100)).isEqualTo("abc\nd");
    }

    @Test
    void one_line_has_no_control_characters() {
        assertThat(CleanText.oneLine("a" + NUL + "b\r\nc\u001fd\u007f", 100)).isEqualTo("ab  c d ");
    }

    @Test
    void a_text_is_cut_between_characters_and_never_within_one() {
        assertThat(CleanText.of("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    }

    @Test
    void a_name_is_neither_blank_nor_long_and_has_no_control_characters() {
        assertThat(CleanText.isName("IC MARKETS:1", 20)).isTrue();
        assertThat(CleanText.isName(" ", 20)).isFalse();
        assertThat(CleanText.isName("a\u001fb", 20)).isFalse();
        assertThat(CleanText.isName("abc", 2)).isFalse();
    }
}
