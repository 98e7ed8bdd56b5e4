package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private final List<String> made = new ArrayList<>();
    private final TextTable<String> table = new TextTable<>(text -> {
        made.add(text);
        return "<" + text + ">";
    });

    private String get(String field) {
        byte[] bytes = ("xx" + field + "yy").getBytes(StandardCharsets.UTF_8);
        return table.get(bytes, 2, bytes.length - 2);
    }

    @Test
    void a_text_is_decoded_once_however_often_it_comes() {
        assertThat(get("AAPL")).isEqualTo("<AAPL>");
        assertThat(get("AAPL")).isSameAs(get("AAPL"));
        assertThat(made).containsExactly("AAPL");
    }

    @Test
    void quotes_are_taken_off_and_pairs_of_them_become_one() {
        assertThat(get("\"a,b\"")).isEqualTo("<a,b>");
        assertThat(get("\"say \"\"hi\"\"\"")).isEqualTo("<say \"hi\">");
        assertThat(get("")).isEqualTo("<>");
        assertThat(get("Zürich")).isEqualTo("<Zürich>");
    }

    @Test
    void thousands_of_texts_keep_apart() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(get("S" + i)).isEqualTo("<S" + i + ">");
            }
        }
        assertThat(made).hasSize(5_000);
    }

    @Test
    void texts_of_equal_hash_keep_apart() {
        assertThat(get("Aa")).isEqualTo("<Aa>");
        assertThat(get("BB")).isEqualTo("<BB>");
    }
}
