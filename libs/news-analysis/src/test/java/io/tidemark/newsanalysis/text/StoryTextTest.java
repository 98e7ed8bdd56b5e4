package io.tidemark.newsanalysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryTextTest {

    @Test
    void a_headline_is_cut_and_cleaned() {
        assertThat(StoryText.headline("Apple\0 gains")).isEqualTo("Apple gains");
        assertThat(StoryText.headline("x".repeat(2_000))).hasSize(1_000);
    }

    @Test
    void a_key_is_taken_as_it_is_or_not_at_all() {
        assertThat(StoryText.isKey("rss")).isTrue();
        assertThat(StoryText.isKey(" ")).isFalse();
        assertThat(StoryText.isKey("a\0b")).isFalse();
        assertThat(StoryText.isKey("x".repeat(StoryText.MAX_NAME + 1))).isFalse();
    }

    @Test
    void symbols_come_once_and_without_what_is_none() {
        assertThat(StoryText.symbols(List.of("AAPL", "", "A\nB", "AAPL", "x".repeat(65), "KO")))
                .containsExactly("AAPL", "KO");
    }

    @Test
    void of_very_many_symbols_the_first_are_taken() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "S" + i).toList();

        assertThat(StoryText.symbols(many)).isEqualTo(many.subList(0, 100));
    }
}
