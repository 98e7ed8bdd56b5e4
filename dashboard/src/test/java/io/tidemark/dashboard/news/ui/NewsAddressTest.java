package io.tidemark.dashboard.news.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.news.Mood;
import io.tidemark.dashboard.news.NewsQuery;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsAddressTest {

    @Test
    void a_link_says_everything_that_is_looked_for() {
        Map<String, String> link = Map.of(
                "symbol",
                "IBM",
                "source",
                "Wire",
                "category",
                "general",
                "mood",
                "negative",
                "relevance",
                "high",
                "q",
                "two words",
                "tables",
                "news-volume",
                "story",
                "rss/1",
                "theme",
                "dark");

        NewsAddress address = NewsAddress.of(QueryParameters.simple(link));

        assertThat(address.query())
                .isEqualTo(new NewsQuery("IBM", "Wire", "general", Optional.of(Mood.NEGATIVE), true, "two words"));
        assertThat(address.table()).isTrue();
        assertThat(address.story()).isEqualTo("rss/1");
        assertThat(address.toQuery().getParameters())
                .isEqualTo(QueryParameters.simple(link).getParameters());
    }

    @Test
    void what_cannot_be_read_counts_as_left_out() {
        NewsAddress usual = NewsAddress.of(QueryParameters.empty());

        assertThat(usual.query()).isEqualTo(NewsQuery.ALL);
        assertThat(usual.toQuery().getParameters()).isEmpty();
        assertThat(NewsAddress.of(QueryParameters.simple(Map.of("mood", "sad", "relevance", "x", "q", " "))))
                .isEqualTo(usual);
    }
}
