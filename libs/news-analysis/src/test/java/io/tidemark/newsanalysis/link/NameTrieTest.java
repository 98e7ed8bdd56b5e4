package io.tidemark.newsanalysis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameTrieTest {
    private final NameTrie trie =
            new NameTrie(Stream.of("General", "General Motors", "AMD", "bitcoin", "Lowe's", "Bank of America")
                    .map(text -> new Name(text, Tokenizer.tokens(text), MentionKind.NAME, false))
                    .toList());

    @Test
    void the_longest_name_wins() {
        assertThat(found("General Motors gains")).containsExactly("General Motors");
        assertThat(found("General Mills gains")).containsExactly("General");
    }

    @Test
    void case_counts_as_the_name_is_written() {
        assertThat(found("general motors")).isEmpty();
        assertThat(found("GENERAL MOTORS")).containsExactly("General Motors");
        assertThat(found("Amd")).isEmpty();
        assertThat(found("Bitcoin")).containsExactly("bitcoin");
        assertThat(found("Bank Of America")).containsExactly("Bank of America");
    }

    @Test
    void a_possessive_that_is_part_of_a_name_is_needed() {
        assertThat(found("Lowe's")).containsExactly("Lowe's");
        assertThat(found("Lowe")).isEmpty();
        assertThat(found("AMD's")).containsExactly("AMD");
    }

    private List<String> found(String text) {
        NameTrie.Match match = trie.longest(Tokenizer.tokens(text), 0);
        return match == null
                ? List.of()
                : match.names().stream().map(Name::symbol).toList();
    }
}
