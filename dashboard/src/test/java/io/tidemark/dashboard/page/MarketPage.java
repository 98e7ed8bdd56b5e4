package io.tidemark.dashboard.page;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.widget.SwitchedPush;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The page on a serving layer that holds what a test says; the feed looks on the test's own thread. */
@ViewPackages(classes = MarketView.class)
@ContextConfiguration(classes = FakeMarket.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
abstract class MarketPage extends SpringBrowserlessTest {
    static final Instant NOW = FakeMarket.NOW;

    final SwitchedPush push = new SwitchedPush();

    @Autowired
    FakeServing serving;

    @Autowired
    MarketFeed feed;

    @Autowired
    FakeNews news;

    @Autowired
    NewsFeed newsFeed;

    @BeforeEach
    void fill() {
        serving.holds("SPY", BarInterval.MINUTE, 166, 165)
                .holds("IBM", BarInterval.MINUTE, 180, 181)
                .holds("IBM", BarInterval.FIVE_MINUTES, 180)
                .holds("IBM", BarInterval.DAY, 180, 181)
                .publishes(NOW.minusSeconds(30), Instant.parse("2026-11-23T15:29:00Z"), 388_417);
        UI.getCurrent().getInternals().setPushConnection(push);
        feed.poll();
    }

    void open(Map<String, String> query) {
        UI.getCurrent().navigate(MarketView.class, QueryParameters.simple(query));
        settle();
    }

    /** Lets the feed look, and the page take in what it found. */
    void settle() {
        feed.poll();
        newsFeed.poll();
        roundTrip();
    }

    <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    String text(String id) {
        return part(com.vaadin.flow.component.html.Span.class, id).getText();
    }

    BarSeries drawn() {
        return find(PriceChart.class).single().shown().orElseThrow();
    }

    MarketAddress address() {
        return MarketAddress.of(
                UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters());
    }

    @SuppressWarnings("unchecked") // the one grid of the page holds symbols
    Grid<String> grid() {
        return (Grid<String>) find(Grid.class).single();
    }

    List<String> rows() {
        return grid().getListDataView().getItems().toList();
    }

    <T extends Component & HasText> String text(Class<T> type, String id) {
        return part(type, id).getText();
    }

    String chartProperty(String name) {
        return find(PriceChart.class).single().getElement().getProperty(name, "");
    }
}
