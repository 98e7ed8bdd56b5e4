package io.tidemark.dashboard.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsFeedTest {
    private static final ServingFault AWAY = new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused");

    private final FakeNews news = new FakeNews();
    private Instant now = FakeNews.START.plus(Duration.ofHours(1));
    private final NewsFeed feed = new NewsFeed(news, (InstantSource) () -> now);

    private List<String> headlines() {
        return feed.current().items().stream().map(NewsItem::headline).toList();
    }

    @Test
    void stories_come_newest_first() {
        news.tells("first", "IBM", 1, 0).tells("second", "IBM", 1, 0);
        feed.poll();

        assertThat(headlines()).containsExactly("second", "first");
        assertThat(feed.current().lastHeard()).hasValue(FakeNews.START.plusSeconds(62));
    }

    @Test
    void after_the_first_look_only_what_was_written_since_is_read() {
        news.tells("first", "IBM", 1, 0);
        feed.poll();
        news.askedFor();

        news.tells("second", "IBM", 1, 0);
        feed.poll();

        assertThat(news.askedFor()).containsExactly("written");
        assertThat(headlines()).containsExactly("second", "first");
    }

    @Test
    void a_story_that_is_written_again_is_replaced_and_not_doubled() {
        news.tells("first", "IBM", 1, 0).tells("second", "IBM", 1, 0);
        feed.poll();

        news.corrects("first, corrected");
        feed.poll();

        assertThat(headlines()).containsExactly("second", "first, corrected");
    }

    @Test
    void a_look_that_finds_nothing_new_offers_the_same_object() {
        news.tells("first", "IBM", 1, 0);
        feed.poll();
        NewsSnapshot before = feed.current();
        List<NewsSnapshot> offered = new ArrayList<>();
        feed.subscribe(offered::add);

        feed.poll();

        assertThat(offered).singleElement().isSameAs(before);
    }

    @Test
    void what_was_deleted_goes_when_all_are_read_again() {
        news.tells("first", "IBM", 1, 0);
        feed.poll();

        news.forgets();
        feed.poll();
        assertThat(headlines()).hasSize(1);

        now = now.plus(Duration.ofMinutes(6));
        feed.poll();
        assertThat(headlines()).isEmpty();
    }

    @Test
    void there_is_an_end_to_what_is_kept() {
        for (int i = 0; i < NewsFeed.MOST_ITEMS; i++) {
            news.tells("story " + i, "IBM", 1, 0);
        }
        feed.poll();

        news.tells("newest", "IBM", 1, 0);
        feed.poll();

        assertThat(headlines())
                .hasSize(NewsFeed.MOST_ITEMS)
                .startsWith("newest")
                .endsWith("story 1");
    }

    @Test
    void while_the_database_is_away_the_stories_stay_and_it_recovers_by_itself() {
        news.tells("first", "IBM", 1, 0);
        feed.poll();
        Instant since = now;

        news.fails(AWAY);
        feed.poll();
        now = now.plusSeconds(30);
        feed.poll();
        assertThat(feed.current().status()).isEqualTo(new FeedStatus.Away(since, AWAY));
        assertThat(headlines()).containsExactly("first");

        news.recovers().tells("second", "IBM", 1, 0);
        feed.poll();
        assertThat(feed.current().status()).isEqualTo(FeedStatus.Current.INSTANCE);
        assertThat(headlines()).containsExactly("second", "first");
    }
}
