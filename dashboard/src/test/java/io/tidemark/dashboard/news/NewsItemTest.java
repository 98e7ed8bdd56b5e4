package io.tidemark.dashboard.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsItemTest {
    private static NewsItem item(String url, SymbolLink... links) {
        return new NewsItem(
                "rss", "1", Instant.EPOCH, "headline", "", "Wire", "general", url, List.of(links), 0, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example/a?b=c", "http://news.example/", " HTTPS://News.Example/x "})
    void an_address_of_the_web_can_be_followed(String url) {
        assertThat(item(url).link()).hasValue(URI.create(url.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//news.example/no-scheme",
                "https:///no-host",
                "https://trusted.example@evil.example/",
                "news.example/relative",
                "https://not a url/"
            })
    void anything_else_cannot(String url) {
        assertThat(item(url).link()).isEmpty();
    }

    @Test
    void relevance_is_told_per_symbol() {
        NewsItem item = item("", new SymbolLink("IBM", 0.9), new SymbolLink("SPY", 0.2));

        assertThat(item.relevanceTo("SPY")).isEqualTo(0.2);
        assertThat(item.relevanceTo("AIG")).isZero();
        assertThat(item.greatestRelevance()).isEqualTo(0.9);
        assertThat(item("").greatestRelevance()).isZero();
    }

    @Test
    void a_filter_leaves_what_is_about_the_symbol_and_enough_so() {
        NewsItem about = item("a", new SymbolLink("IBM", 0.5));
        NewsItem mentions = item("b", new SymbolLink("IBM", 0.49));
        NewsItem other = item("c", new SymbolLink("SPY", 0.8));
        NewsItem none = item("d");
        List<NewsItem> all = List.of(about, mentions, other, none);

        assertThat(new NewsFilter("IBM", false).of(all)).containsExactly(about, mentions);
        assertThat(new NewsFilter("IBM", true).of(all)).containsExactly(about);
        assertThat(new NewsFilter("", false).of(all)).isEqualTo(all);
        assertThat(new NewsFilter("", true).of(all)).containsExactly(about, other);
    }

    @ParameterizedTest
    @CsvSource({"0.15, POSITIVE", "0.149, NEUTRAL", "-0.149, NEUTRAL", "-0.15, NEGATIVE", "1, POSITIVE"})
    void a_mood_is_a_word_for_a_score(double sentiment, Mood mood) {
        assertThat(Mood.of(sentiment)).isEqualTo(mood);
    }
}
