package io.tidemark.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a/story?id=7&page=2",
                "http://www.example.com/a/story/?page=2&id=7",
                "HTTPS://Example.COM:443/a/story?id=7&page=2#comments",
                "https://m.example.com/a/story?utm_source=x&utm_medium=rss&id=7&page=2&fbclid=abc",
                "https://amp.example.com/a/story?id=7&.tsrc=rss&page=2&ref=home",
            })
    void addresses_of_one_page_are_equal(String url) {
        assertThat(CanonicalUrl.of(url)).isEqualTo("https://example.com/a/story?id=7&page=2");
    }

    @Test
    void parameters_that_choose_the_page_count() {
        assertThat(CanonicalUrl.of("https://example.com/s?id=7"))
                .isNotEqualTo(CanonicalUrl.of("https://example.com/s?id=8"));
        assertThat(CanonicalUrl.of("https://example.com:8080/s"))
                .isNotEqualTo(CanonicalUrl.of("https://example.com/s"));
        assertThat(CanonicalUrl.of("https://example.com/S")).isNotEqualTo(CanonicalUrl.of("https://example.com/s"));
    }

    @Test
    void characters_that_do_not_belong_into_an_address_do_no_harm() {
        assertThat(CanonicalUrl.of(" https://example.com/a b|c ")).isEqualTo("https://example.com/a%20b%7Cc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "ftp://example.com/a",
                "mailto:a@example.com",
                "https:///a",
                "http://[bad",
                "https://example.com/"
            })
    void anything_else_is_no_page(String url) {
        assertThat(CanonicalUrl.of(url)).isEmpty();
    }
}
