package io.tidemark.news.seen;

import static io.tidemark.news.fixture.Items.item;
import static io.tidemark.news.fixture.Items.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.fixture.Items;
import io.tidemark.news.seen.Verdict.Likeness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenArticlesTest {
    private static final String HEADLINE = "Acme buys its rival Bolt for nine billion dollars";

    private final SeenArticles seen =
            new SeenArticles(new SeenLimits(100, Duration.ofDays(3), Duration.ofHours(24), Duration.ofHours(24)));

    private Verdict publish(NewsItem item) {
        Verdict verdict = seen.judge(item);
        if (verdict instanceof Verdict.Publish publish) {
            seen.remember(publish.change());
        }
        return verdict;
    }

    private static NewsItem at(NewsItem item, long publishedAt, long receivedAt) {
        return new NewsItem(
                item.id(),
                publishedAt,
                receivedAt,
                item.headline(),
                item.summary(),
                item.source(),
                item.url(),
                item.category(),
                item.symbols(),
                item.feed());
    }

    @Test
    void a_story_is_known_again_by_id_address_or_headline() {
        assertThat(publish(story("1", HEADLINE, "https://a.example/1"))).isInstanceOf(Verdict.Publish.class);
        assertThat(publish(story("1", "Something else entirely is said here", "https://a.example/other")))
                .isEqualTo(new Verdict.Duplicate(Likeness.ID));
        assertThat(publish(story("2", "Something else entirely is said here", "https://www.a.example/1?utm_source=x")))
                .isEqualTo(new Verdict.Duplicate(Likeness.URL));
        assertThat(publish(
                        story("3", "UPDATE 1 - Acme buys rival Bolt for nine billion dollars", "https://b.example/9")))
                .isEqualTo(new Verdict.Duplicate(Likeness.HEADLINE));
        assertThat(publish(story("4", "Acme buys its big rival Bolt for nine billion dollars", "https://c.example/9")))
                .isEqualTo(new Verdict.Duplicate(Likeness.HEADLINE));
        assertThat(publish(story("5", "Acme buys its rival Volt for nine billion dollars", "https://d.example/9")))
                .isInstanceOf(Verdict.Publish.class);
        assertThat(seen.size()).isEqualTo(2);
    }

    @Test
    void a_new_symbol_publishes_the_story_again_under_its_first_identity() {
        publish(story("rss-1", HEADLINE, "https://a.example/1"));
        NewsItem second = at(story("finnhub-2", HEADLINE, "https://b.example/2", "ACME"), Items.NOW - 1, Items.NOW + 5);
        assertThat(publish(second)).isInstanceOfSatisfying(Verdict.Publish.class, publish -> {
            assertThat(publish.again()).isTrue();
            assertThat(publish.item().id()).isEqualTo("rss-1");
            assertThat(publish.item().publishedAt()).isEqualTo(Items.NOW - 60_000);
            assertThat(publish.item().receivedAt()).isEqualTo(Items.NOW + 5);
            assertThat(publish.item().symbols()).containsExactly("ACME");
        });
        assertThat(publish(story("rss-1", HEADLINE, "https://a.example/1", "BOLT")))
                .isInstanceOfSatisfying(
                        Verdict.Publish.class,
                        publish -> assertThat(publish.item().symbols()).containsExactly("ACME", "BOLT"));
        assertThat(publish(second)).isEqualTo(new Verdict.Duplicate(Likeness.HEADLINE));
        assertThat(publish(story("rss-1", HEADLINE, "https://a.example/1", "BOLT")))
                .isEqualTo(new Verdict.Duplicate(Likeness.ID));
    }

    @Test
    void a_publisher_may_use_a_headline_again() {
        publish(story("1", "Five things to know before the bell rings", "https://a.example/monday"));
        assertThat(publish(story("2", "Five things to know before the bell rings", "https://a.example/tuesday")))
                .isInstanceOf(Verdict.Publish.class);
        assertThat(publish(story("3", "Five things to know before the bell rings", "https://b.example/tuesday")))
                .isEqualTo(new Verdict.Duplicate(Likeness.HEADLINE));
    }

    @Test
    void headlines_far_apart_in_time_are_two_stories() {
        publish(at(
                story("1", HEADLINE, "https://a.example/1"),
                Items.NOW - Duration.ofHours(30).toMillis(),
                Items.NOW));
        assertThat(publish(story("2", HEADLINE, "https://b.example/2"))).isInstanceOf(Verdict.Publish.class);
    }

    @Test
    void old_and_future_articles_are_not_published() {
        assertThat(publish(Items.publishedBefore(Duration.ofDays(4), "1"))).isInstanceOf(Verdict.TooOld.class);
        assertThat(publish(Items.publishedBefore(Duration.ofHours(-25), "2"))).isInstanceOf(Verdict.TooFarAhead.class);
        assertThat(publish(Items.publishedBefore(Duration.ofHours(-23), "3"))).isInstanceOf(Verdict.Publish.class);
        assertThat(publish(Items.publishedBefore(Duration.ofDays(2), "4"))).isInstanceOf(Verdict.Publish.class);
    }

    @Test
    void the_least_recently_sighted_story_is_forgotten_first() {
        for (int i = 0; i < 100; i++) {
            publish(item("n" + i));
        }
        publish(item("n0"));
        publish(item("n100"));
        assertThat(seen.size()).isEqualTo(100);
        assertThat(publish(item("n0"))).isInstanceOf(Verdict.Duplicate.class);
        assertThat(publish(item("n1"))).isInstanceOf(Verdict.Publish.class);
    }

    @Test
    void stories_not_met_for_long_are_forgotten() {
        publish(item("1"));
        long later = Items.NOW + Duration.ofDays(4).toMillis();
        publish(at(item("2"), later, later));
        assertThat(seen.stories()).extracting(Story::id).containsExactly("2");
    }

    @Test
    void a_failed_publication_leaves_no_trace() {
        var first = (Verdict.Publish) seen.judge(story("1", HEADLINE, "https://a.example/1", "ACME"));
        seen.remember(first.change());
        seen.forget(first.change());
        assertThat(publish(story("2", HEADLINE, "https://a.example/1", "ACME"))).isInstanceOf(Verdict.Publish.class);
        var link = (Verdict.Publish) seen.judge(story("2", HEADLINE, "https://a.example/1", "BOLT"));
        seen.remember(link.change());
        seen.forget(link.change());
        assertThat(seen.stories()).singleElement().extracting(Story::symbols).isEqualTo(List.of("ACME"));
        assertThat(publish(story("3", HEADLINE, "https://a.example/1", "BOLT")))
                .isInstanceOfSatisfying(Verdict.Publish.class, again -> assertThat(again.again())
                        .isTrue());
    }
}
