package io.tidemark.dashboard.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketFeedTest {
    private static final SeriesKey IBM = new SeriesKey("IBM", BarInterval.MINUTE);
    private static final Duration OVERVIEW_PAUSE = Duration.ofSeconds(1);
    private static final ServingFault AWAY = new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused");

    private final FakeServing serving = new FakeServing();
    private Instant now = FakeServing.START.plus(Duration.ofHours(1));
    private final MarketFeed feed = new MarketFeed(serving, (InstantSource) () -> now, Runnable::run, OVERVIEW_PAUSE);
    private final List<MarketSnapshot> offered = new ArrayList<>();

    @Test
    void a_watched_series_is_in_the_next_snapshot() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181);

        feed.watch(IBM);

        assertThat(feed.current().status()).isEqualTo(FeedStatus.Current.INSTANCE);
        assertThat(feed.current().series(IBM))
                .hasValueSatisfying(series -> assertThat(series.bars()).hasSize(2));
    }

    /** Lets an overview grow old and looks again. */
    private void pollLater() {
        now = now.plus(OVERVIEW_PAUSE);
        feed.poll();
    }

    @Test
    void a_look_that_finds_nothing_new_offers_the_same_object_and_asks_for_no_bar() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181);
        feed.watch(IBM);
        serving.askedFor();
        feed.subscribe(offered::add);

        feed.poll();
        feed.poll();

        assertThat(offered)
                .hasSize(2)
                .allSatisfy(snapshot -> assertThat(snapshot).isSameAs(feed.current()));
        assertThat(serving.askedFor()).isEmpty();
    }

    @Test
    void a_live_price_reads_only_the_bars_that_may_be_revised() {
        double[] closes = IntStream.range(0, 40).mapToDouble(i -> 180 + i).toArray();
        serving.holds("IBM", BarInterval.MINUTE, closes).holds("SPY", BarInterval.MINUTE, 166);
        feed.watch(IBM);
        feed.watch(new SeriesKey("SPY", BarInterval.MINUTE));
        serving.askedFor();

        serving.appends("IBM", BarInterval.MINUTE, 222, BarLayer.SPEED)
                .hears("IBM", 222, FakeServing.START.plus(Duration.ofMinutes(40)));
        feed.poll();

        assertThat(serving.askedFor())
                .containsExactly(new BarRequest(IBM, FakeServing.START.plus(Duration.ofMinutes(24))));
        assertThat(feed.current().series(IBM))
                .hasValueSatisfying(series -> assertThat(series.bars()).hasSize(41));
    }

    @Test
    void a_late_trade_that_moves_no_price_is_seen_with_the_next_overview() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181, 182);
        feed.watch(IBM);

        serving.revises("IBM", BarInterval.MINUTE, 1, 190);
        feed.poll();
        assertThat(closeOf(1)).isEqualTo(181);

        pollLater();
        assertThat(closeOf(1)).isEqualTo(190);
    }

    private @Nullable Double closeOf(int bar) {
        return feed.current().series(IBM).orElseThrow().bars().get(bar).close();
    }

    @Test
    void a_live_price_is_in_the_quotes_between_two_overviews() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181);
        feed.poll();

        serving.quotes("SPY", 166).hears("IBM", 190, FakeServing.START.plus(Duration.ofMinutes(5)));
        feed.poll();

        assertThat(feed.current().overview().quotes()).singleElement().satisfies(quote -> {
            assertThat(quote.last()).isEqualTo(190);
            assertThat(quote.change())
                    .as("against the watchlist's previous close")
                    .isEqualTo(10);
        });
    }

    @Test
    void a_publication_reads_the_whole_window_again_because_any_bar_may_be_another() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181).publishes(now, now, 100);
        feed.watch(IBM);
        serving.askedFor();

        serving.holds("IBM", BarInterval.MINUTE, 179, 181).publishes(now.plusSeconds(60), now, 100);
        feed.poll();

        assertThat(serving.askedFor())
                .singleElement()
                .satisfies(request -> assertThat(request.from()).isBefore(FakeServing.START));
        assertThat(feed.current().series(IBM))
                .hasValueSatisfying(
                        series -> assertThat(series.bars().getFirst().close()).isEqualTo(179));
    }

    @Test
    void a_publication_that_changes_no_bar_keeps_the_series() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181).publishes(now, now, 100);
        feed.watch(IBM);
        BarSeries before = feed.current().series(IBM).orElseThrow();

        serving.publishes(now.plusSeconds(60), now, 100);
        feed.poll();

        assertThat(feed.current().overview().coverage())
                .as("the boundary is looked at each time")
                .hasFieldOrPropertyWithValue("publishedAt", now.plusSeconds(60));
        assertThat(feed.current().series(IBM)).containsSame(before);
    }

    @Test
    void scrolling_back_doubles_the_window_until_the_first_date_is_reached() {
        Instant published = FakeServing.START.plus(Duration.ofDays(5));
        serving.holds("IBM", BarInterval.MINUTE, 180, 181).publishes(published, FakeServing.START, 100);
        feed.watch(IBM);
        Instant first = serving.askedFor().getFirst().from();

        feed.deepen(IBM);

        Instant second = serving.askedFor().getFirst().from();
        assertThat(Duration.between(second, first)).isEqualTo(BarInterval.MINUTE.firstWindow());
        assertThat(feed.current().series(IBM))
                .hasValueSatisfying(series -> assertThat(series.complete()).isTrue());
    }

    @Test
    void what_is_shown_beside_a_series_is_loaded_as_far_back_as_that() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181).holds("SPY", BarInterval.MINUTE, 166, 165);
        SeriesKey spy = new SeriesKey("SPY", BarInterval.MINUTE);
        feed.watch(IBM);
        feed.deepen(IBM);
        Instant deep = serving.askedFor().getLast().from();

        feed.watch(spy, IBM);

        assertThat(serving.askedFor())
                .filteredOn(request -> request.key().equals(spy))
                .last()
                .satisfies(request -> assertThat(request.from()).isEqualTo(deep));
    }

    @Test
    void two_watchers_share_a_series_and_the_last_to_leave_ends_it() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181);
        Runnable one = feed.watch(IBM);
        Runnable other = feed.watch(IBM);

        one.run();
        feed.poll();
        assertThat(feed.current().series(IBM)).isPresent();

        other.run();
        feed.poll();
        assertThat(feed.current().series(IBM)).isEmpty();
    }

    @Test
    void while_the_database_is_away_the_data_stay_and_the_status_says_since_when() {
        serving.holds("IBM", BarInterval.MINUTE, 180, 181);
        feed.watch(IBM);
        Instant since = now;

        serving.fails(AWAY);
        feed.poll();
        now = now.plusSeconds(30);
        feed.poll();

        assertThat(feed.current().status()).isEqualTo(new FeedStatus.Away(since, AWAY));
        assertThat(feed.current().series(IBM)).isPresent();
        assertThat(feed.current().overview().quotes()).hasSize(1);
    }

    @Test
    void it_recovers_by_itself() {
        serving.fails(AWAY);
        feed.poll();

        serving.recovers().holds("IBM", BarInterval.MINUTE, 180);
        feed.poll();

        assertThat(feed.current().status()).isEqualTo(FeedStatus.Current.INSTANCE);
        assertThat(feed.current().overview().quote("IBM")).isPresent();
    }

    @Test
    void a_series_of_a_symbol_that_is_not_served_is_never_asked_for() {
        serving.holds("IBM", BarInterval.MINUTE, 180);

        feed.watch(new SeriesKey("NOPE", BarInterval.MINUTE));

        assertThat(serving.askedFor()).isEmpty();
    }

    @Test
    void who_has_unsubscribed_is_told_nothing() {
        feed.subscribe(offered::add).run();

        feed.poll();

        assertThat(offered).isEmpty();
    }
}
