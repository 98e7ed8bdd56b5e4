package io.tidemark.newsanalysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private final Lexicon bundled = Lexicon.bundled();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_bundled_lexicon_holds_vader_and_the_finance_list() {
        assertThat(bundled.size()).isGreaterThan(8_000);
        assertThat(score(bundled, "excellent")).isPositive();
        assertThat(score(bundled, "profit warning")).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "shares", "gross", "bull", "short", "vice", "crude", "debt", "security", "trust"})
    void words_of_the_trade_say_nothing(String word) {
        assertThat(score(bundled, word)).isZero();
    }

    @Test
    void a_users_list_adds_and_wins() throws IOException {
        Lexicon lexicon = bundled.with(file("""
                # ours
                tidal wave of orders\t3
                plunges\t0

                kerfuffles\tadverse -1
                zooms\tup 2.5
                skirts\trelieves
                """));
        assertThat(score(lexicon, "A tidal wave of orders")).isPositive();
        assertThat(score(lexicon, "Stock plunges")).isZero();
        assertThat(score(lexicon, "Kerfuffles")).isNegative();
        assertThat(score(lexicon, "Kerfuffles fall")).isPositive();
        assertThat(score(lexicon, "Profit zooms")).isPositive();
        assertThat(score(lexicon, "Maker skirts bankruptcy")).isPositive();
        assertThat(score(bundled, "Stock plunges")).isNegative();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "word 2; a tab and its value wanted",
                "word~nice; a valence from -4 to 4",
                "word~5; 5 is not between -4 and 4",
                "word~up; \"up\" needs a number",
                "word~up much; \"much\" is no number",
                "word~contrast 2; a valence from -4 to 4",
                "word~2 3; a valence from -4 to 4",
                "...~2; there is no word before the tab",
            })
    void a_wrong_line_is_named(String line, String problem) throws IOException {
        Path file = file("fine\t1\n" + line.replace('~', '\t') + "\n");
        assertThatThrownBy(() -> bundled.with(file))
                .isInstanceOf(LexiconFileException.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_file_that_is_missing_is_named() {
        Path missing = directory.resolve("missing.tsv");
        assertThatThrownBy(() -> bundled.with(missing))
                .isInstanceOf(LexiconFileException.class)
                .hasMessageContaining(missing.toString());
    }

    private static double score(Lexicon lexicon, String text) {
        return new SentimentScorer(lexicon).score(text, "");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("words.tsv"), text);
    }
}
