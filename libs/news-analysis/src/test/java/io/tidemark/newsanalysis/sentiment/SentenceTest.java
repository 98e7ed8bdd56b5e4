package io.tidemark.newsanalysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    @Test
    void a_text_is_cut_at_the_end_of_its_sentences_and_not_within_numbers() {
        List<Sentence> sentences = Sentence.all("Profit of $1.25 billion! U.S. sales rose 3.5%. Why?");
        assertThat(sentences).hasSize(3);
        assertThat(sentences.get(2).question()).isTrue();
        assertThat(texts(sentences.get(0))).containsExactly("profit", "of", "1.25", "billion");
    }

    @Test
    void hyphens_part_words_and_possessives_are_left_out() {
        assertThat(Sentence.words("Better-than-expected Macy\u2019s didn't"))
                .containsExactly("better", "than", "expected", "macy", "didn't");
    }

    @Test
    void a_signed_percentage_is_a_change() {
        Word up = Sentence.all("+3.2%").get(0).words().get(0);
        assertThat(up.kind()).isEqualTo(Word.Kind.CHANGE);
        assertThat(up.negative()).isFalse();
        assertThat(up.percent()).isEqualTo(3.2);
        Word down = Sentence.all("Shares -1,200 percent").get(0).words().get(1);
        assertThat(down.negative()).isTrue();
        assertThat(down.percent()).isEqualTo(1200);
    }

    @Test
    void a_range_is_not_a_minus() {
        assertThat(Sentence.all("2019-2021").get(0).words()).noneMatch(Word::negative);
    }

    @Test
    void commas_break_a_sentence() {
        List<Word> words = Sentence.all("Sales up, costs down").get(0).words();
        assertThat(words.stream().map(Word::afterBreak)).containsExactly(false, false, true, false);
    }

    /** As in {@code a.a.a}, which no sentence has and a feed can send. */
    @ParameterizedTest
    @ValueSource(strings = {"aa", "a.a", ".a", "a.", "1,", "&a", "'s ", "+1.1% "})
    void a_text_of_any_length_and_shape_is_read(String turn) {
        assertThat(Sentence.all("a" + turn.repeat(50_000))).isNotEmpty();
    }

    private static List<String> texts(Sentence sentence) {
        return sentence.words().stream().map(Word::text).toList();
    }
}
