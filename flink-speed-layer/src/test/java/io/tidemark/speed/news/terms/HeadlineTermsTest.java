package io.tidemark.speed.news.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTermsTest {
    private final HeadlineTerms terms = new HeadlineTerms();

    @Test
    void words_and_pairs_of_neighbours_are_terms() {
        assertThat(terms.of("Nvidia Unveils Blackwell chips"))
                .containsExactly(
                        "blackwell",
                        "blackwell chips",
                        "chips",
                        "nvidia",
                        "nvidia unveils",
                        "unveils",
                        "unveils blackwell");
    }

    @Test
    void stop_words_and_punctuation_part_their_neighbours() {
        assertThat(terms.of("Fed and Powell: inflation, rates")).containsExactly("fed", "inflation", "powell", "rates");
    }

    @Test
    void a_term_counts_once_a_headline() {
        assertThat(terms.of("Tariffs, tariffs, TARIFFS")).containsExactly("tariffs");
    }

    @Test
    void names_keep_their_marks() {
        assertThat(terms.of("S&P: AT&T | U.S. | BRK.B | 10-K | Moody’s | O'Reilly"))
                .containsExactly("10-k", "at&t", "brk.b", "moody", "o'reilly", "s&p", "u.s");
    }

    @Test
    void tickers_and_prices_lose_their_signs() {
        assertThat(terms.of("$TSLA #earnings")).containsExactly("earnings", "tsla", "tsla earnings");
    }

    @Test
    void numbers_are_terms_only_beside_a_word() {
        assertThat(terms.of("S&P 500")).containsExactly("s&p", "s&p 500");
        assertThat(terms.of("cuts 1,500 jobs")).containsExactly("1,500 jobs", "cuts", "cuts 1,500", "jobs");
        assertThat(terms.of("3.5% 20 30")).isEmpty();
    }

    @Test
    void other_languages_and_nothing_at_all_are_read_too() {
        assertThat(terms.of("Börse schließt")).containsExactly("börse", "börse schließt", "schließt");
        assertThat(terms.of("")).isEmpty();
        assertThat(terms.of("x".repeat(41))).isEmpty();
    }

    @Test
    void the_number_of_words_is_known() {
        assertThat(HeadlineTerms.words("s&p 500")).isEqualTo(2);
        assertThat(HeadlineTerms.words("fed")).isEqualTo(1);
    }
}
