package io.tidemark.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void tags_entities_and_scripts_go_and_the_words_stay() {
        assertThat(PlainText.of(
                        "<p>AT&amp;T&#8217;s <b>best</b>\n quarter</p><script>alert('x')</script><!-- no -->&hellip;",
                        100))
                .isEqualTo("AT&T\u2019s best quarter \u2026");
    }

    @Test
    void what_only_looks_like_markup_stays() {
        assertThat(PlainText.of("2 < 3 & 5 > 4 &unknown; &#xD800; R&D", 100))
                .isEqualTo("2 < 3 & 5 > 4 &unknown; &#xD800; R&D");
    }

    @Test
    void long_text_is_cut_between_characters() {
        assertThat(PlainText.of("ab\ud83d\ude00cd", 3)).isEqualTo("ab");
        assertThat(PlainText.of("x".repeat(1_000_000), 10)).hasSize(10);
    }

    @Test
    void control_characters_become_spaces() {
        assertThat(PlainText.of("a\u0000b\u0007\tc", 100)).isEqualTo("a b c");
    }
}
