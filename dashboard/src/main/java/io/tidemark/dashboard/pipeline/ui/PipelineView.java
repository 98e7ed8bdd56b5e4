package io.tidemark.dashboard.pipeline.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.PipelineFeed;
import io.tidemark.dashboard.pipeline.PipelineSnapshot;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The view of the pipeline. Its address says whose detail is shown, the feed's snapshots say what is known. */
@Route(value = "pipeline", layout = Shell.class)
@PermitAll
public final class PipelineView extends Div implements AfterNavigationObserver, HasDynamicTitle, PreferenceAware {
    private final PipelineFeed feed;
    private final ReaderQuery query = new ReaderQuery();
    private final NewsFeed newsFeed;
    private final MarketFeed market;
    private final InstantSource clock;
    private final FlowPicture flow;
    private final PipelinePanels panels;
    private PipelineAddress address = PipelineAddress.of(QueryParameters.empty());
    private PipelineSnapshot snapshot = PipelineSnapshot.STARTING;
    private NewsSnapshot news = NewsSnapshot.STARTING;
    private @Nullable FeedListener<PipelineSnapshot> listener;
    private @Nullable FeedListener<NewsSnapshot> newsListener;
    private @Nullable LocalDate watched;
    private Runnable unwatch = () -> {};

    PipelineView(
            PipelineFeed feed,
            NewsFeed newsFeed,
            MarketFeed market,
            InstantSource clock,
            DashboardSettings.Freshness freshness,
            DashboardSettings.Links links) {
        this.feed = feed;
        this.newsFeed = newsFeed;
        this.market = market;
        this.clock = clock;
        flow = new FlowPicture(clock, freshness, links);
        panels = new PipelinePanels(
                date -> UI.getCurrent()
                        .navigate(
                                PipelineView.class,
                                query.leadingTo(address.withDate(date).toQuery())),
                clock);
        H2 title = new H2(Texts.of("view.pipeline"));
        title.addClassName("view-title");
        Div bar = new Div(title);
        bar.addClassName("view-bar");
        Main board = new Main(flow);
        board.addClassName("pipeline-board");
        board.add(panels.panels());
        addClassNames("view", "pipeline");
        add(bar, board);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query.at(event.getLocation().getQueryParameters());
        address = PipelineAddress.of(query.inEffect());
        render();
    }

    @Override
    public void prefer(Preferences preferences) {
        query.prefer(preferences);
        address = PipelineAddress.of(query.inEffect());
        render();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("view.pipeline") + " \u00b7 Tidemark";
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
        unwatch.run();
        watched = null;
    }

    private void show(PipelineSnapshot now) {
        snapshot = now;
        render();
    }

    private void show(NewsSnapshot now) {
        news = now;
        render();
    }

    private void render() {
        Optional<LocalDate> date = address.date()
                .or(() -> snapshot.dates().stream().map(DateHealth::date).findFirst());
        date.ifPresent(this::watch);
        flow.show(snapshot, market.listeners());
        Moments moments = Moments.in(ReaderZone.of(address.reader().zone()), clock.instant());
        panels.show(snapshot, news, date, whyEmpty(date), moments);
    }

    /** Why there may be nothing to show at all; empty when it is known that there is nothing. */
    private String whyEmpty(Optional<LocalDate> date) {
        return switch (snapshot.status()) {
            case FeedStatus.Starting starting -> Texts.of("panel.reading");
            case FeedStatus.Away away -> Texts.of("panel.away");
            case FeedStatus.Current current ->
                date.isEmpty() || snapshot.details().containsKey(date.get()) ? "" : Texts.of("panel.reading");
        };
    }

    private void watch(LocalDate date) {
        if (isAttached() && !date.equals(watched)) {
            Runnable before = unwatch;
            watched = date;
            unwatch = feed.watch(date);
            before.run();
        }
    }
}
