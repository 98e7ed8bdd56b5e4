package io.tidemark.dashboard.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightsFeedTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    private final FakeInsights batch = new FakeInsights().publishes(MONDAY, Map.of("IBM", 0.01));
    private final InsightsFeed feed = new InsightsFeed(batch, InstantSource.fixed(NOW), Runnable::run);

    @Test
    void nothing_is_asked_while_nobody_listens() {
        feed.poll();
        Runnable end = feed.watch(new SymbolDay(MONDAY, "IBM"));
        assertThat(batch.askedFor()).isEmpty();
        assertThat(feed.current().status()).isInstanceOf(FeedStatus.Starting.class);

        feed.subscribe(snapshot -> {});
        assertThat(feed.current().days()).containsOnlyKeys(MONDAY);
        end.run();
    }

    @Test
    void what_is_known_is_asked_once_however_many_look() {
        feed.subscribe(snapshot -> {});
        feed.watch(new SymbolDay(MONDAY, "IBM"));
        feed.watch(new SymbolDay(MONDAY, "IBM"));
        InsightsSnapshot first = feed.current();
        feed.poll();

        assertThat(batch.askedFor()).containsExactly("2026-11-23", "IBM 2026-11-23");
        assertThat(feed.current()).isSameAs(first);
    }

    @Test
    void a_publication_of_any_date_has_all_read_again() {
        feed.subscribe(snapshot -> {});
        feed.watch(new SymbolDay(MONDAY, "IBM"));
        batch.askedFor();

        batch.publishes(MONDAY.minusDays(3), Map.of("IBM", 0.05));
        feed.poll();

        assertThat(batch.askedFor()).containsExactly("2026-11-23", "IBM 2026-11-23");
        assertThat(feed.current().dates()).extracting(PublishedDate::date).containsExactly(MONDAY, MONDAY.minusDays(3));
    }

    @Test
    void what_nobody_looks_at_any_more_is_forgotten() {
        feed.subscribe(snapshot -> {});
        Runnable end = feed.watch(new SymbolDay(MONDAY, "IBM"));
        feed.watch(new SymbolDay(MONDAY, ""));

        end.run();
        end.run();
        feed.poll();

        assertThat(feed.current().symbolDays()).isEmpty();
        assertThat(feed.current().days()).containsOnlyKeys(MONDAY);
    }

    @Test
    void a_failed_look_keeps_the_results_and_says_since_when() {
        feed.subscribe(snapshot -> {});
        feed.watch(new SymbolDay(MONDAY, "IBM"));
        ServingFault fault = new ServingFault(ServingFault.Kind.UNREACHABLE, "refused");

        batch.fails(fault);
        feed.poll();
        feed.poll();

        assertThat(feed.current().status()).isEqualTo(new FeedStatus.Away(NOW, fault));
        assertThat(feed.current().days()).containsOnlyKeys(MONDAY);

        batch.recovers();
        feed.poll();
        assertThat(feed.current().status()).isInstanceOf(FeedStatus.Current.class);
    }
}
