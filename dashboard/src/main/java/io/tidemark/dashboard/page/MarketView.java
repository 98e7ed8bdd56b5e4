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
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.news.ui.NewsPanel;
import io.tidemark.dashboard.news.ui.PulsePanel;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.ui.PreferenceAware;
import io.tidemark.dashboard.preferences.ui.ReaderQuery;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.shell.Shell;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.ReaderZone;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The view of the market. Its address says what is chosen, the feed's snapshots say what there is; both lead to {@link #render}, which
 * has every part show what it does not show yet.
 */
@Route(value = "", layout = Shell.class)
@PermitAll
public final class MarketView extends Div implements AfterNavigationObserver, HasDynamicTitle, PreferenceAware {
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
    private final List<Runnable> watches = new ArrayList<>();
    private MarketAddress address = MarketAddress.of(QueryParameters.empty());
    private MarketSnapshot snapshot = MarketSnapshot.STARTING;
    private NewsSnapshot stories = NewsSnapshot.STARTING;
    private @Nullable SeriesKey watched;
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
        add(facts, board);
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
        chart.choose(key, address);
        chart.show(snapshot, key);
        day.show(snapshot, key.symbol(), moments);
        runs.show(snapshot, moments);
    }

    private void renderNews() {
        news.show(stories, shownSymbol(), address.news());
        pulse.show(stories.board());
    }

    private void watch(SeriesKey key) {
        if (key.equals(watched) || key.symbol().isEmpty() || !isAttached()) {
            return;
        }
        unwatch();
        watched = key;
        watches.add(feed.watch(key));
        SeriesKey daily = DayPanel.keyOf(key.symbol());
        if (!daily.equals(key)) {
            watches.add(feed.watch(daily));
        }
    }

    private void unwatch() {
        watched = null;
        watches.forEach(Runnable::run);
        watches.clear();
    }

    private final class ChartChoices implements ChartPanel.Choices {
        @Override
        public void interval(BarInterval interval) {
            go(address.withInterval(interval));
        }

        @Override
        public void average(boolean shown) {
            go(address.withAverage(shown));
        }

        @Override
        public void olderBars() {
            if (watched != null) {
                feed.deepen(watched);
            }
        }
    }

    private final class NewsChoices implements NewsPanel.Choices {
        @Override
        public void symbol(String symbol) {
            go(address.withSymbol(symbol));
        }

        @Override
        public void news(NewsChoice choice) {
            go(address.withNews(choice));
        }
    }
}
