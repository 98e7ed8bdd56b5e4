package io.tidemark.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {

    private static List<String> elements(String body, String field) throws IOException {
        return JsonObjects.elements(body.getBytes(StandardCharsets.UTF_8), field).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void each_element_keeps_its_bytes() throws IOException {
        assertThat(elements(" [ {\"a\": \"\u00e9\ud83d\ude00\"} ,{\"b\":[1, {}]},7 , \"te\\\"xt\" ,null]", ""))
                .containsExactly("{\"a\": \"\u00e9\ud83d\ude00\"}", "{\"b\":[1, {}]}", "7", "\"te\\\"xt\"", "null");
    }

    @Test
    void an_array_in_an_object_is_found_and_may_be_missing() throws IOException {
        assertThat(elements("{\"x\":[1],\"articles\":[{\"a\":1}],\"y\":{\"articles\":[2]}}", "articles"))
                .containsExactly("{\"a\":1}");
        assertThat(elements("{}", "articles")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{\"a\":1}", "[1] 2", "<html>", "[{\"a\":tru}]", "null"})
    void anything_else_is_refused(String body) {
        assertThatThrownBy(() -> elements(body, "")).isInstanceOf(IOException.class);
    }

    @Test
    void only_strings_and_numbers_are_fields() throws IOException {
        assertThat(JsonObjects.fields("{\"a\":\"x\",\"n\":7,\"o\":{\"a\":1},\"z\":null,\"l\":[\"a\"]}"
                        .getBytes(StandardCharsets.UTF_8)))
                .containsOnlyKeys("a", "n")
                .containsEntry("n", "7");
    }
}
