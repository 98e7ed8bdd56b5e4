package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.news.ui.AlertToasts;
import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Kept;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Readers;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.preferences.ui.PagePreferences;
import io.tidemark.dashboard.preferences.ui.PreferenceAware;
import io.tidemark.dashboard.preferences.ui.ReaderQuery;
import io.tidemark.dashboard.preferences.ui.SettingsDialog;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.ReaderZone;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.Toasts;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What every view stands in, as its reader prefers. Zone and theme may be part of a view's address, which then wins. */
@PermitAll
public final class Shell extends Div implements RouterLayout, AfterNavigationObserver {
    private final MarketFeed market;
    private final NewsFeed news;
    private final InstantSource clock;
    private final PagePreferences preferences;
    private final ReaderQuery query = new ReaderQuery();
    private final PageHeader header;
    private final StatusBanner banner = new StatusBanner();
    private final SettingsDialog settings;
    private final Toasts toasts = new Toasts(Texts.of("toast.region"));
    private final AlertToasts alerts;
    private Optional<PreferenceAware> view = Optional.empty();
    private Preferences told = Preferences.USUAL;
    private String shownTheme = "";
    private Kept.State shownState = Kept.State.READING;
    private @Nullable FeedListener<MarketSnapshot> marketListener;
    private @Nullable FeedListener<NewsSnapshot> newsListener;

    Shell(MarketFeed market, NewsFeed news, InstantSource clock, Readers readers, ObjectProvider<Account> account) {
        this.market = market;
        this.news = news;
        this.clock = clock;
        Optional<String> reader = account.stream().findFirst().flatMap(Account::id);
        preferences = new PagePreferences(reader, readers, this::showPreferences);
        ReaderActions actions = new ReaderActions(preferences);
        settings = new SettingsDialog(actions, clock, preferences.named());
        header = new PageHeader(actions, this::openSettings);
        alerts = new AlertToasts(toasts, clock, actions::alerts);
        account.ifAvailable(header::show);
        addClassName("shell");
        add(header, banner, settings.dialog(), toasts);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        view = content instanceof PreferenceAware aware ? Optional.of(aware) : Optional.empty();
        tellView(preferences.current().preferences(), true);
        RouterLayout.super.showRouterLayoutContent(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Location at = event.getLocation();
        query.at(at.getQueryParameters());
        View.at(at.getPath()).ifPresent(shown -> header.navigation().show(shown, at.getQueryParameters()));
        showPreferences();
        show(market.current());
        show(news.current());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        preferences.attach(event.getUI());
        marketListener = new FeedListener<>(market, event.getUI(), this::show);
        newsListener = new FeedListener<>(news, event.getUI(), this::show);
        showPreferences();
        show(market.current());
        show(news.current());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        preferences.detach();
        if (marketListener != null) {
            marketListener.close();
        }
        if (newsListener != null) {
            newsListener.close();
        }
    }

    private void openSettings() {
        settings.dialog().open();
        showPreferences();
    }

    private void showPreferences() {
        Kept kept = preferences.current();
        Preferences now = kept.preferences();
        query.prefer(now);
        setClassName("compact", now.density() == Density.COMPACT);
        header.show(query.zone());
        showTheme(kept);
        showSilence();
        settings.show(
                kept,
                market.current().overview().quotes().stream().map(Quote::symbol).toList(),
                moments());
        tellView(now, false);
        tell(kept.state());
        alerts.show(news.current(), kept, moments());
    }

    private void tellView(Preferences now, boolean another) {
        if (another || !now.equals(told)) {
            told = now;
            view.ifPresent(aware -> aware.prefer(now));
        }
    }

    /** What is kept counts once it is known: until then the browser's own memory does. */
    private void showTheme(Kept kept) {
        Theme preferred = kept.preferences().theme();
        String linked = query.linkedTheme();
        String theme = !linked.isEmpty() ? linked : preferred == Theme.SYSTEM ? "" : preferred.code();
        String shown = theme + (linked.isEmpty() ? " kept" : " linked");
        boolean chosen = kept.known() || preferred != Theme.SYSTEM || !linked.isEmpty();
        if (chosen && !shown.equals(shownTheme)) {
            shownTheme = shown;
            header.theme().show(theme, linked.isEmpty());
        }
    }

    /** Whoever set something without the dialog learns here that it was not saved. */
    private void tell(Kept.State state) {
        if (state == Kept.State.UNSAVED
                && shownState != state
                && !settings.dialog().opened()) {
            toasts.show(true, "warning", new Span(Texts.of("settings.state.unsaved")));
        }
        shownState = state;
    }

    private void showSilence() {
        header.alerts().show(preferences.current().preferences().alerts(), clock.instant(), moments());
    }

    private void show(MarketSnapshot snapshot) {
        banner.show(snapshot.status(), !snapshot.overview().quotes().isEmpty(), moments());
        showSilence();
    }

    private void show(NewsSnapshot snapshot) {
        header.alerts().show(snapshot.board().alerts(), moments());
        alerts.show(snapshot, preferences.current(), moments());
        showSilence();
    }

    private Moments moments() {
        return Moments.in(ReaderZone.of(query.zone()), clock.instant());
    }
}
