package io.tidemark.newsanalysis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void words_keep_the_signs_within_them() {
        assertThat(texts("AT&T and BRK.B, C3.ai; O'Reilly (T-Mobile)"))
                .containsExactly("AT&T", "and", "BRK.B", "C3.ai", "O'Reilly", "T", "Mobile");
    }

    @Test
    void an_ampersand_between_spaces_is_a_word() {
        assertThat(texts("Johnson & Johnson")).containsExactly("Johnson", "&", "Johnson");
    }

    @Test
    void a_possessive_ending_is_taken_off_and_remembered() {
        Token token = Tokenizer.tokens("Lowe\u2019s profit").get(0);
        assertThat(token.text()).isEqualTo("Lowe");
        assertThat(token.possessive()).isTrue();
    }

    @Test
    void a_word_after_a_colon_opens_a_sentence() {
        assertThat(Tokenizer.tokens("Update: Target to close").stream()
                        .map(Token::opensSentence)
                        .toList())
                .containsExactly(true, true, false, false);
    }

    @Test
    void what_stands_around_a_word_is_known() {
        Token token = Tokenizer.tokens("(NYSE:KO)").get(1);
        assertThat(token.before()).isEqualTo(':');
        assertThat(token.after()).isEqualTo(')');
    }

    private static List<String> texts(String text) {
        return Tokenizer.tokens(text).stream().map(Token::text).toList();
    }
}
