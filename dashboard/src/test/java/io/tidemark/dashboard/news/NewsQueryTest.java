package io.tidemark.dashboard.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a reader looks for, and what there was hour by hour. */
class NewsQueryTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final NewsItem GOOD = item("IBM wins", "Wire", "general", 0.5, NOON, new SymbolLink("IBM", 0.9));
    private static final NewsItem BAD =
            item("Banks fall", "Post", "market", -0.6, NOON.plusSeconds(600), new SymbolLink("JPM", 0.4));
    private static final NewsItem FLAT = item("Open soon", "Post", "general", 0, NOON.plusSeconds(7200));
    private static final List<NewsItem> ALL = List.of(FLAT, BAD, GOOD);

    private static NewsItem item(
            String headline, String source, String category, double mood, Instant at, SymbolLink... links) {
        return new NewsItem("rss", headline, at, headline, "", source, category, "", List.of(links), mood, at);
    }

    private static NewsQuery with(String symbol, String source, String category, String text) {
        return new NewsQuery(symbol, source, category, Optional.empty(), false, text);
    }

    @Test
    void what_is_not_asked_for_does_not_matter() {
        assertThat(NewsQuery.ALL.of(ALL)).isEqualTo(ALL);
    }

    @Test
    void each_part_of_a_query_must_be_met() {
        assertThat(with("JPM", "", "", "").of(ALL)).containsExactly(BAD);
        assertThat(with("", "Post", "", "").of(ALL)).containsExactly(FLAT, BAD);
        assertThat(with("", "Post", "general", "").of(ALL)).containsExactly(FLAT);
        assertThat(with("IBM", "Post", "", "").of(ALL)).isEmpty();
    }

    @Test
    void text_is_found_in_headline_source_and_symbol_in_any_case() {
        assertThat(with("", "", "", "WINS").of(ALL)).containsExactly(GOOD);
        assertThat(with("", "", "", " post ").of(ALL)).containsExactly(FLAT, BAD);
        assertThat(with("", "", "", "jpm").of(ALL)).containsExactly(BAD);
    }

    @Test
    void mood_and_relevance_are_told_apart() {
        NewsQuery bad = new NewsQuery("", "", "", Optional.of(Mood.NEGATIVE), false, "");
        assertThat(bad.of(ALL)).containsExactly(BAD);
        assertThat(new NewsQuery("", "", "", Optional.empty(), true, "").of(ALL))
                .containsExactly(GOOD);
    }

    @Test
    void hours_go_from_the_oldest_story_to_the_newest_with_those_between() {
        assertThat(NewsHour.of(ALL, 48))
                .containsExactly(
                        new NewsHour(NOON, 1, 0, 1, OptionalDouble.of((0.5 - 0.6) / 2)),
                        new NewsHour(NOON.plusSeconds(3600), 0, 0, 0, OptionalDouble.empty()),
                        new NewsHour(NOON.plusSeconds(7200), 0, 1, 0, OptionalDouble.of(0)));
        assertThat(NewsHour.of(ALL, 1)).hasSize(1);
        assertThat(NewsHour.of(List.of(), 48)).isEmpty();
    }
}
