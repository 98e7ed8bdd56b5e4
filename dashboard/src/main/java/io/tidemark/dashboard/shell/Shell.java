package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.ReaderZone;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What every view stands in. Zone and theme are part of every view's address; a change of them leads to the same view. */
@PermitAll
public final class Shell extends Div implements RouterLayout, AfterNavigationObserver {
    private final MarketFeed market;
    private final NewsFeed news;
    private final InstantSource clock;
    private final PageHeader header;
    private final StatusBanner banner = new StatusBanner();
    private TimeZoneChoice zone = TimeZoneChoice.UTC;
    private @Nullable FeedListener<MarketSnapshot> marketListener;
    private @Nullable FeedListener<NewsSnapshot> newsListener;

    Shell(MarketFeed market, NewsFeed news, InstantSource clock, ObjectProvider<Account> account) {
        this.market = market;
        this.news = news;
        this.clock = clock;
        header = new PageHeader(new HeaderChoices());
        account.ifAvailable(header::show);
        addClassName("shell");
        add(header, banner);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Location at = event.getLocation();
        zone = TimeZoneChoice.of(
                at.getQueryParameters().getSingleParameter("zone").orElse(""));
        header.show(zone);
        View.at(at.getPath()).ifPresent(view -> header.navigation().show(view, at.getQueryParameters()));
        show(market.current());
        show(news.current());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        marketListener = new FeedListener<>(market, event.getUI(), this::show);
        newsListener = new FeedListener<>(news, event.getUI(), this::show);
        show(market.current());
        show(news.current());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (marketListener != null) {
            marketListener.close();
        }
        if (newsListener != null) {
            newsListener.close();
        }
    }

    private void show(MarketSnapshot snapshot) {
        banner.show(snapshot.status(), !snapshot.overview().quotes().isEmpty(), moments());
    }

    private void show(NewsSnapshot snapshot) {
        header.alerts().show(snapshot.board().alerts(), moments());
    }

    private Moments moments() {
        return Moments.in(ReaderZone.of(zone), clock.instant());
    }

    private static final class HeaderChoices implements PageHeader.Choices {
        @Override
        public void zone(TimeZoneChoice zone) {
            go("zone", zone == TimeZoneChoice.UTC ? "" : zone.code());
        }

        @Override
        public void theme(String theme) {
            go("theme", theme);
        }

        /** An empty value is the usual one, which no address names. */
        private static void go(String name, String value) {
            Location at = UI.getCurrent().getActiveViewLocation();
            var query = at.getQueryParameters();
            UI.getCurrent()
                    .navigate(at.getPath(), value.isEmpty() ? query.excluding(name) : query.merging(name, value));
        }
    }
}
