package io.tidemark.dashboard.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsFilter;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.news.RecentStories;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.news.ui.NewsPanel;
import io.tidemark.dashboard.news.ui.PulsePanel;
import io.tidemark.dashboard.news.ui.StoryWindow;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.ui.PreferenceAware;
import io.tidemark.dashboard.preferences.ui.ReaderQuery;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.shell.Shell;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.ReaderZone;
import io.tidemark.dashboard.widget.Texts;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The view of the market. Its address says what is chosen, the feed's snapshots say what there is; both lead to {@link #render}, which
 * has every part show what it does not show yet.
 */
@Route(value = "", layout = Shell.class)
@PermitAll
public final class MarketView extends Div implements AfterNavigationObserver, HasDynamicTitle, PreferenceAware {
    /** So long a story counts in the watchlist. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final MarketFeed feed;
    private final ReaderQuery query = new ReaderQuery();
    private final InstantSource clock;
    private final FactStrip facts;
    private final WatchlistPanel watchlist;
    private final ChartPanel chart;
    private final DayPanel day = new DayPanel();
    private final RunsPanel runs = new RunsPanel();
    private final NewsFeed newsFeed;
    private final NewsPanel news;
    private final PulsePanel pulse = new PulsePanel();
    private final StoryWindow window;
    private final List<Runnable> watches = new ArrayList<>();
    private MarketAddress address = MarketAddress.of(QueryParameters.empty());
    private MarketSnapshot snapshot = MarketSnapshot.STARTING;
    private NewsSnapshot stories = NewsSnapshot.STARTING;
    /** The series of the chart, and those beside it. */
    private List<SeriesKey> watched = List.of();

    private Instant markedAt = Instant.EPOCH;
    /** Whose stories are shown. */
    private String toldOf = "";

    private @Nullable FeedListener<MarketSnapshot> listener;
    private @Nullable FeedListener<NewsSnapshot> newsListener;

    MarketView(
            MarketFeed feed,
            NewsFeed newsFeed,
            QuoteFrames frames,
            InstantSource clock,
            DashboardSettings.Freshness freshness) {
        this.feed = feed;
        this.newsFeed = newsFeed;
        this.clock = clock;
        facts = new FactStrip(clock, freshness);
        watchlist = new WatchlistPanel(frames, symbol -> go(address.withSymbol(symbol)));
        chart = new ChartPanel(new ChartChoices(), clock, freshness);
        news = new NewsPanel(new NewsChoices(), clock);
        addClassName("market");
        Main board = new Main(watchlist, chart, news, runs, day, pulse);
        board.addClassName("board");
        window = new StoryWindow(clock, symbol -> go(address.withSymbol(symbol)), key -> {});
        add(facts, board, window.component());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query.at(event.getLocation().getQueryParameters());
        address = MarketAddress.of(query.inEffect());
        render();
        renderNews();
    }

    @Override
    public void prefer(Preferences preferences) {
        query.prefer(preferences);
        watchlist.prefer(preferences.watchlist());
        address = MarketAddress.of(query.inEffect());
        render();
        renderNews();
    }

    @Override
    public String getPageTitle() {
        String symbol = shownSymbol();
        return symbol.isEmpty() ? "Tidemark" : symbol + " · Tidemark";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Subscribe first, then look: a snapshot that comes in between is told twice rather than never.
        listener = new FeedListener<>(feed, event.getUI(), this::show);
        newsListener = new FeedListener<>(newsFeed, event.getUI(), this::show);
        show(newsFeed.current());
        show(feed.current());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listener != null) {
            listener.close();
        }
        if (newsListener != null) {
            newsListener.close();
        }
        unwatch();
    }

    private void show(MarketSnapshot now) {
        snapshot = now;
        render();
    }

    private void show(NewsSnapshot now) {
        stories = now;
        renderNews();
    }

    private void go(MarketAddress to) {
        UI.getCurrent().navigate(MarketView.class, query.leadingTo(to.toQuery()));
    }

    private String shownSymbol() {
        return address.symbol().isEmpty() ? watchlist.first(snapshot.overview()) : address.symbol();
    }

    private void render() {
        SeriesKey key = new SeriesKey(shownSymbol(), address.interval());
        watch(key);
        Moments moments = Moments.in(ReaderZone.of(address.zone()), clock.instant());
        facts.show(snapshot, moments);
        watchlist.show(snapshot.overview());
        watchlist.select(key.symbol());
        if (!clock.instant().truncatedTo(ChronoUnit.MINUTES).equals(markedAt)) {
            markStories();
        }
        if (!key.symbol().equals(toldOf)) {
            window.close();
            renderNews();
        }
        chart.choose(key, address);
        chart.show(snapshot, key);
        day.show(snapshot, key.symbol(), moments);
        runs.show(snapshot, moments);
    }

    private void renderNews() {
        toldOf = shownSymbol();
        news.show(stories, toldOf, address.news());
        chart.setStories(toldOf.isEmpty() ? List.of() : storiesOf(toldOf));
        markStories();
        pulse.show(stories.board());
    }

    /** What is recent becomes less so without anything happening; a minute is soon enough to see it. */
    private void markStories() {
        Instant now = clock.instant();
        markedAt = now.truncatedTo(ChronoUnit.MINUTES);
        watchlist.showStories(RecentStories.bySymbol(stories.items(), now.minus(RECENT)));
    }

    /** Stories that are about a symbol, not those that only mention it. */
    private List<NewsItem> storiesOf(String symbol) {
        return new NewsFilter(symbol, true).of(stories.items());
    }

    private void watch(SeriesKey key) {
        List<SeriesKey> wanted = Stream.concat(Stream.of(key), ChartPanel.comparedKeys(key, address.chart()).stream())
                .toList();
        if (wanted.equals(watched) || key.symbol().isEmpty() || !isAttached()) {
            return;
        }
        // Watch first, then let go: a series that stays is not loaded again.
        List<Runnable> before = List.copyOf(watches);
        watches.clear();
        watched = wanted;
        wanted.forEach(series -> watches.add(feed.watch(series, key)));
        SeriesKey daily = DayPanel.keyOf(key.symbol());
        if (!wanted.contains(daily)) {
            watches.add(feed.watch(daily));
        }
        before.forEach(Runnable::run);
    }

    private void unwatch() {
        watched = List.of();
        watches.forEach(Runnable::run);
        watches.clear();
    }

    private final class ChartChoices implements ChartPanel.Choices {
        @Override
        public void interval(BarInterval interval) {
            go(address.withInterval(interval));
        }

        @Override
        public void chart(ChartChoice choice) {
            go(address.with(choice));
        }

        @Override
        public void stories(PriceChart.StoriesWanted wanted) {
            window.show(
                    Texts.of("stories.title", shownSymbol()),
                    storiesOf(shownSymbol()).stream().filter(wanted::means).toList());
        }

        @Override
        public void olderBars() {
            watched.forEach(feed::deepen);
        }
    }

    private final class NewsChoices implements NewsPanel.Choices {
        @Override
        public void symbol(String symbol) {
            go(address.withSymbol(symbol));
        }

        @Override
        public void story(NewsItem story) {
            window.show(story);
        }

        @Override
        public void news(NewsChoice choice) {
            go(address.withNews(choice));
        }
    }
}
