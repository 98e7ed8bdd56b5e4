package io.tidemark.dashboard.insights.ui;

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
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.DayFigures;
import io.tidemark.dashboard.insights.InsightsFeed;
import io.tidemark.dashboard.insights.InsightsSnapshot;
import io.tidemark.dashboard.insights.PublishedDate;
import io.tidemark.dashboard.insights.SymbolDay;
import io.tidemark.dashboard.insights.SymbolInsights;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.ui.PreferenceAware;
import io.tidemark.dashboard.preferences.ui.ReaderQuery;
import io.tidemark.dashboard.shell.Shell;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.ReaderZone;
import io.tidemark.dashboard.widget.Texts;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The view of batch results. Its address says which date and symbol, the feed's snapshots say what is known of them. */
@Route(value = "insights", layout = Shell.class)
@PermitAll
public final class InsightsView extends Div implements AfterNavigationObserver, HasDynamicTitle, PreferenceAware {
    private final InsightsFeed feed;
    private final ReaderQuery query = new ReaderQuery();
    private final InstantSource clock;
    private final InsightsBar bar;
    private final DatePanels ofDate;
    private final SymbolPanels ofSymbol;
    private InsightsAddress address = InsightsAddress.of(QueryParameters.empty());
    private InsightsSnapshot snapshot = InsightsSnapshot.STARTING;
    private @Nullable FeedListener<InsightsSnapshot> listener;
    private @Nullable SymbolDay watched;
    private Runnable unwatch = () -> {};

    InsightsView(InsightsFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        bar = new InsightsBar(date -> go(address.withDate(date)));
        PanelChoices choices = new Choices();
        ofDate = new DatePanels(choices, clock);
        ofSymbol = new SymbolPanels(choices, clock);
        addClassNames("view", "insights");
        Main board = new Main();
        board.addClassName("insights-board");
        board.add(ofDate.panels());
        board.add(ofSymbol.panels());
        add(bar, board);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query.at(event.getLocation().getQueryParameters());
        address = InsightsAddress.of(query.inEffect());
        render();
    }

    @Override
    public void prefer(Preferences preferences) {
        query.prefer(preferences);
        address = InsightsAddress.of(query.inEffect());
        render();
    }

    @Override
    public String getPageTitle() {
        String title = Texts.of("view.insights") + " \u00b7 Tidemark";
        return date().map(date -> Moments.date(date) + " \u00b7 " + title).orElse(title);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Subscribe first, then look: a snapshot that comes in between is told twice rather than never.
        listener = new FeedListener<>(feed, event.getUI(), this::show);
        show(feed.current());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listener != null) {
            listener.close();
        }
        unwatch.run();
        watched = null;
    }

    private void show(InsightsSnapshot now) {
        snapshot = now;
        render();
    }

    private void go(InsightsAddress to) {
        UI.getCurrent().navigate(InsightsView.class, query.leadingTo(to.toQuery()));
    }

    private Optional<LocalDate> date() {
        return address.date()
                .or(() -> snapshot.dates().stream().map(PublishedDate::date).findFirst());
    }

    private void render() {
        Optional<LocalDate> date = date();
        Moments moments = Moments.in(ReaderZone.of(address.reader().zone()), clock.instant());
        DateInsights day = date.map(snapshot.days()::get).orElse(DateInsights.EMPTY);
        SymbolDay symbolDay = new SymbolDay(date.orElse(LocalDate.EPOCH), symbol(day));
        date.ifPresent(shown -> watch(symbolDay));
        bar.show(snapshot.dates(), date, moments);
        Optional<PublishedDate> published = date.flatMap(snapshot::published);
        Shown shown = new Shown(symbolDay, published.map(PublishedDate::publishedAt), whyEmpty(date), moments);
        ofDate.show(day, shown, address);
        ofSymbol.show(day, snapshot.symbolDays().getOrDefault(symbolDay, SymbolInsights.EMPTY), shown, address);
    }

    /** That of the address, or else what was traded most. */
    private String symbol(DateInsights day) {
        return address.symbol().isEmpty()
                ? day.figures().stream()
                        .max(Comparator.comparingDouble(DayFigures::notional))
                        .map(DayFigures::symbol)
                        .orElse("")
                : address.symbol();
    }

    /** Why there may be nothing to show at all; empty when it is known that there is nothing. */
    private Optional<String> whyEmpty(Optional<LocalDate> date) {
        return switch (snapshot.status()) {
            case FeedStatus.Starting starting -> Optional.of(Texts.of("panel.reading"));
            case FeedStatus.Away away -> Optional.of(Texts.of("panel.away"));
            case FeedStatus.Current current when date.isEmpty() -> Optional.of(Texts.of("insights.none"));
            case FeedStatus.Current current
            when date.flatMap(snapshot::published).isEmpty() ->
                Optional.of(
                        Texts.of("insights.unpublished", date.map(Moments::date).orElse("")));
            case FeedStatus.Current current
            when !snapshot.days().containsKey(date.orElse(LocalDate.EPOCH)) -> Optional.of(Texts.of("panel.reading"));
            case FeedStatus.Current current -> Optional.empty();
        };
    }

    private void watch(SymbolDay day) {
        if (isAttached() && !day.equals(watched)) {
            Runnable before = unwatch;
            watched = day;
            unwatch = feed.watch(day);
            before.run();
        }
    }

    private final class Choices implements PanelChoices {
        @Override
        public void table(String panel, boolean wanted) {
            go(address.withTable(panel, wanted));
        }

        @Override
        public void movers(String list) {
            go(address.withMovers(list));
        }

        @Override
        public void symbol(String symbol) {
            go(address.withSymbol(symbol));
        }
    }
}
