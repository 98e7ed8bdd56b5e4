package io.tidemark.batch.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.newsanalysis.link.SymbolLink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stories of rows. What the speed layer makes of the same versions, its own {@code StoriesTest} tells. */
class StoryReadingTest {
    private static final long NOW = 1_773_153_000_000L;

    private final StoryReading reading = new StoryReading();

    private static NewsRow row(String feed, String id, long receivedAt, String headline, String... symbols) {
        return new NewsRow(
                feed,
                id,
                NOW + receivedAt / 10,
                NOW + receivedAt,
                headline,
                "",
                "Wire",
                List.of(symbols),
                0,
                receivedAt);
    }

    private Story only(NewsRow... rows) {
        List<Story> stories = reading.stories(List.of(rows));
        assertThat(stories).hasSize(1);
        return stories.get(0);
    }

    private static List<String> symbols(Story story) {
        return story.links().stream().map(SymbolLink::symbol).toList();
    }

    @Test
    void a_story_that_comes_again_is_one_story() {
        Story story = only(row("rss", "a", 10, "Apple gains"), row("rss", "a", 20, "Apple gains"));

        assertThat(symbols(story)).containsExactly("AAPL");
    }

    @Test
    void the_same_id_on_two_feeds_is_two_stories() {
        assertThat(reading.stories(List.of(row("rss", "a", 10, "Apple gains"), row("gdelt", "a", 20, "Apple gains"))))
                .extracting(Story::feed)
                .containsExactly("gdelt", "rss");
    }

    @Test
    void a_story_stays_where_its_first_version_was_published() {
        Story story = only(row("rss", "a", 2_000, "Apple and Nvidia gain"), row("rss", "a", 10, "Apple gains"));

        assertThat(story.publishedAt()).isEqualTo(NOW + 1);
    }

    @Test
    void a_version_with_a_new_symbol_brings_its_texts_and_adds_the_symbol() {
        Story story = only(row("rss", "a", 10, "Apple gains"), row("rss", "a", 20, "Nvidia plunges after fraud"));

        assertThat(story.headline()).isEqualTo("Nvidia plunges after fraud");
        assertThat(story.sentiment()).isNegative();
        assertThat(symbols(story)).containsExactlyInAnyOrder("AAPL", "NVDA");
    }

    @Test
    void a_version_without_a_new_symbol_changes_nothing() {
        Story story = only(row("rss", "a", 10, "Apple gains"), row("rss", "a", 20, "Apple plunges after fraud"));

        assertThat(story.headline()).isEqualTo("Apple gains");
        assertThat(story.sentiment()).isPositive();
    }

    @Test
    void a_symbol_keeps_the_relevance_that_it_was_first_linked_with() {
        Story first = only(row("rss", "a", 10, "Quiet day", "AAPL"));
        Story updated = only(row("rss", "a", 10, "Quiet day", "AAPL"), row("rss", "a", 20, "Apple and Nvidia gain"));

        assertThat(updated.links()).contains(first.links().get(0));
        assertThat(updated.links().get(0).symbol()).isEqualTo("NVDA");
    }

    @Test
    void stories_do_not_depend_on_the_order_of_rows() {
        List<NewsRow> rows = new ArrayList<>();
        String[] headlines = {"Apple gains", "Nvidia plunges", "Tesla recalls cars", "Quiet day", "Boeing wins deal"};
        for (int i = 0; i < 60; i++) {
            rows.add(row(
                    "rss", "id" + i % 7, 10L * (i / 2), headlines[i % headlines.length], i % 3 == 0 ? "KO" : "PFE"));
        }
        // Two of a receipt differ by their offsets alone.
        for (int i = 0; i < rows.size(); i++) {
            NewsRow it = rows.get(i);
            rows.set(
                    i,
                    new NewsRow(
                            it.feed(),
                            it.id(),
                            it.publishedAt(),
                            it.receivedAt(),
                            it.headline(),
                            it.summary(),
                            it.source(),
                            it.symbols(),
                            i % 2,
                            i));
        }
        List<Story> expected = reading.stories(rows);
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            assertThat(reading.stories(rows)).isEqualTo(expected);
        }
    }

    @Test
    void a_row_that_cannot_be_a_key_is_left_out() {
        assertThat(reading.stories(
                        List.of(row("rss", " ", 10, "Apple gains"), row("rss", "x".repeat(301), 20, "Apple"))))
                .isEmpty();
    }

    @Test
    void no_rows_are_no_stories() {
        assertThat(reading.stories(List.of())).isEmpty();
    }
}
