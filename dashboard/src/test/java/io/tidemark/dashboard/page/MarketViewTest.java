package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.Trend;
import io.tidemark.dashboard.news.ui.AlertBell;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.news.ui.PulsePanel;
import io.tidemark.dashboard.news.ui.StoryList;
import io.tidemark.dashboard.shell.StatusBanner;
import io.tidemark.dashboard.widget.SwitchedPush;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The page on a serving layer that holds what a test says; the feed looks on the test's own thread. */
@ViewPackages(classes = MarketView.class)
@ContextConfiguration(classes = FakeMarket.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class MarketViewTest extends SpringBrowserlessTest {
    private static final Instant NOW = FakeMarket.NOW;

    private final SwitchedPush push = new SwitchedPush();

    @Autowired
    private FakeServing serving;

    @Autowired
    private MarketFeed feed;

    @Autowired
    private FakeNews news;

    @Autowired
    private NewsFeed newsFeed;

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

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate(MarketView.class, QueryParameters.simple(query));
        settle();
    }

    /** Lets the feed look, and the page take in what it found. */
    private void settle() {
        feed.poll();
        newsFeed.poll();
        roundTrip();
    }

    private <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    private String text(String id) {
        return part(com.vaadin.flow.component.html.Span.class, id).getText();
    }

    private BarSeries drawn() {
        return find(PriceChart.class).single().shown().orElseThrow();
    }

    private MarketAddress address() {
        return MarketAddress.of(
                UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters());
    }

    @SuppressWarnings("unchecked") // the one grid of the page holds symbols
    private Grid<String> grid() {
        return (Grid<String>) find(Grid.class).single();
    }

    private List<String> rows() {
        return grid().getListDataView().getItems().toList();
    }

    @Test
    void without_a_symbol_in_the_link_the_first_of_the_watchlist_is_shown() {
        open(Map.of());

        assertThat(part(H2.class, "symbol").getText()).isEqualTo("IBM");
        assertThat(drawn().key()).isEqualTo(new SeriesKey("IBM", BarInterval.MINUTE));
        assertThat(grid().getSelectedItems()).containsExactly("IBM");
    }

    @Test
    void a_link_opens_its_symbol_and_interval() {
        open(Map.of("symbol", "ibm", "interval", "5m"));

        assertThat(drawn().key()).isEqualTo(new SeriesKey("IBM", BarInterval.FIVE_MINUTES));
        assertThat(part(Button.class, "interval-5m").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void choosing_a_row_leads_to_its_link() {
        open(Map.of("interval", "1m"));

        test(grid()).select(1);
        settle();

        assertThat(address().symbol()).isEqualTo("SPY");
        assertThat(address().interval()).isEqualTo(BarInterval.MINUTE);
        assertThat(drawn().key().symbol()).isEqualTo("SPY");
        assertThat(((MarketView) getCurrentView()).getPageTitle()).isEqualTo("SPY · Tidemark");
    }

    @Test
    void choosing_an_interval_leads_to_its_link() {
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "interval-1d")).click();
        settle();

        assertThat(address().symbol()).isEqualTo("IBM");
        assertThat(address().interval()).isEqualTo(BarInterval.DAY);
        assertThat(drawn().key().interval()).isEqualTo(BarInterval.DAY);
    }

    @Test
    void the_average_is_part_of_the_link_and_a_zone_that_was_linked_stays_in_it() {
        open(Map.of("symbol", "IBM", "zone", "local"));

        test(part(Button.class, "average")).click();

        assertThat(address())
                .isEqualTo(new MarketAddress(
                        "IBM", BarInterval.MINUTE, false, TimeZoneChoice.LOCAL, "", NewsChoice.USUAL));
        assertThat(part(Button.class, "zone").getText()).isEqualTo("Local");
    }

    @Test
    void the_search_leaves_what_matches() {
        open(Map.of("symbol", "IBM"));

        TextField search = part(TextField.class, "search");
        test(search).setValue("sp");

        assertThat(rows()).containsExactly("SPY");
    }

    @Test
    void rows_are_sorted_by_live_figures_and_move_when_these_do() {
        open(Map.of());
        test(grid()).sortByColumn("change");
        assertThat(rows()).containsExactly("SPY", "IBM");

        serving.quotes("SPY", 166, 170);
        settle();

        assertThat(rows()).containsExactly("IBM", "SPY");
    }

    @Test
    void the_facts_are_those_of_the_serving_layer() {
        open(Map.of());

        assertThat(text("newest-trade")).isEqualTo("23 Nov 2026 14:32");
        assertThat(text("horizon")).isEqualTo("23 Nov 2026 15:29");
        assertThat(text("published")).isEqualTo("15:29:30");
        assertThat(text("symbols")).isEqualTo("2");
        assertThat(text("trades")).isEqualTo("388,417");
        assertThat(text("days")).isEqualTo("in 1 day");
    }

    @Test
    void new_bars_reach_the_chart_as_they_come() {
        open(Map.of("symbol", "IBM"));

        serving.appends("IBM", BarInterval.MINUTE, 182, BarLayer.SPEED);
        settle();

        assertThat(drawn().bars()).hasSize(3);
    }

    @Test
    void a_live_price_reaches_the_strip_the_chart_and_the_day_it_is_of() {
        open(Map.of("symbol", "IBM"));

        serving.appends("IBM", BarInterval.MINUTE, 183, BarLayer.SPEED).hears("IBM", 183, NOW);
        settle();

        assertThat(text("newest-trade")).isEqualTo("23 Nov 2026 15:30");
        assertThat(drawn().bars().getLast().layer()).isEqualTo(BarLayer.SPEED);
    }

    @Test
    void the_chart_is_told_of_the_boundary_and_it_moves_with_the_next_publication() {
        open(Map.of("symbol", "IBM"));
        assertThat(chartProperty("coveredUntil")).isEqualTo("1795447740");

        serving.publishes(NOW, Instant.parse("2026-11-23T15:30:00Z"), 388_500);
        settle();

        assertThat(chartProperty("coveredUntil")).isEqualTo("1795447800");
    }

    @Test
    void the_chart_is_told_of_silences_that_concern_its_symbol() {
        open(Map.of("symbol", "IBM"));

        serving.misses("IBM", NOW.minusSeconds(90), NOW.minusSeconds(30), "silent for \"60\" s")
                .misses("SPY", NOW.minusSeconds(20), NOW.minusSeconds(10), "connection closed");
        settle();

        assertThat(chartProperty("gaps"))
                .isEqualTo("[{\"from\":1.79544771E9,\"to\":1.79544777E9,\"reason\":\"silent for \\\"60\\\" s\"}]");
    }

    private String chartProperty(String name) {
        return find(PriceChart.class).single().getElement().getProperty(name, "");
    }

    @Test
    void a_page_whose_browser_is_away_is_left_alone_and_catches_up() {
        open(Map.of("symbol", "IBM"));

        push.cut();
        serving.appends("IBM", BarInterval.MINUTE, 182, BarLayer.SPEED);
        settle();
        assertThat(drawn().bars()).hasSize(2);

        push.restore();
        settle();
        assertThat(drawn().bars()).hasSize(3);
    }

    @Test
    void an_unknown_symbol_is_said_to_be_unknown() {
        open(Map.of("symbol", "NOPE"));

        assertThat(part(com.vaadin.flow.component.html.Div.class, "chart-message")
                        .getElement()
                        .getTextRecursively())
                .contains("NOPE is not known here");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    @Test
    void a_database_that_goes_away_is_announced_and_the_bars_stay() {
        open(Map.of("symbol", "IBM"));
        assertThat(find(StatusBanner.class).all()).isEmpty();

        serving.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        settle();

        assertThat(find(StatusBanner.class).single().getElement().getTextRecursively())
                .contains("The database cannot be reached.")
                .contains("Connection refused");
        assertThat(drawn().bars()).hasSize(2);

        serving.recovers();
        settle();
        assertThat(find(StatusBanner.class).all()).isEmpty();
    }

    @Test
    void the_day_of_the_symbol_is_told_in_figures() {
        open(Map.of("symbol", "IBM"));

        assertThat(find(DayPanel.class).single().getElement().getTextRecursively())
                .contains("Day 23 Nov 2026 (UTC)", "181.00", "181.20", "Eligible for price");
    }

    @Test
    void runs_are_told_with_what_they_read_and_why_they_failed() {
        Instant start = NOW.minusSeconds(60);
        LocalDate date = LocalDate.of(2026, 11, 23);
        serving.runs(
                new BatchRun(2, date, BatchRun.State.FAILED, start, NOW, null, null, null, null, "a checksum differs"),
                new BatchRun(1, date, BatchRun.State.PUBLISHED, start, NOW, 100L, 97L, 3L, 40L, null));

        open(Map.of());

        assertThat(find(RunsPanel.class).single().getElement().getTextRecursively())
                .contains("a checksum differs")
                .contains("100 rows = 97 counted + 3 kept out, 40 bars in 60.0 s");
    }

    private List<String> headlines() {
        return find(StoryList.class).single().shown().stream()
                .map(NewsItem::headline)
                .toList();
    }

    @Test
    void news_are_those_of_the_symbol_on_the_chart_and_come_by_themselves() {
        news.tells("of SPY", "SPY", 0.8, 0.3).tells("of IBM", "IBM", 0.8, -0.3);
        open(Map.of("symbol", "IBM"));
        assertThat(headlines()).containsExactly("of IBM");

        news.tells("more of IBM", "IBM", 0.3, 0);
        settle();
        assertThat(headlines()).containsExactly("more of IBM", "of IBM");

        open(Map.of("symbol", "SPY"));
        assertThat(headlines()).containsExactly("of SPY");
    }

    @Test
    void all_news_or_only_relevant_ones_are_a_choice_that_the_link_keeps() {
        news.tells("of SPY", "SPY", 0.8, 0.3).tells("mentions IBM", "IBM", 0.2, -0.3);
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "news-all")).click();
        settle();
        assertThat(headlines()).containsExactly("mentions IBM", "of SPY");

        test(part(Button.class, "news-relevant")).click();
        settle();
        assertThat(headlines()).containsExactly("of SPY");
        assertThat(address().news()).isEqualTo(new NewsChoice(true, true));

        test(part(Button.class, "news-symbol")).click();
        settle();
        assertThat(headlines()).isEmpty();
        assertThat(text(Paragraph.class, "news-message")).startsWith("None of 1 story has a relevance of 50%");
    }

    @Test
    void a_page_without_news_says_what_is_awaited() {
        open(Map.of("symbol", "IBM"));
        assertThat(text(Paragraph.class, "news-message")).startsWith("No story has arrived yet.");

        news.tells("of SPY", "SPY", 0.8, 0.3);
        settle();
        assertThat(text(Paragraph.class, "news-message")).isEqualTo("None of the 1 stories is about IBM.");
    }

    @Test
    void alerts_are_counted_until_they_have_been_looked_at() {
        Alert burst = new Alert("1", "news-burst", Alert.Severity.WARNING, "IBM", NOW, "12 stories in 5 minutes");
        news.shows(new NewsBoard(List.of(burst), List.of(new Trend("rate cut", 7, 4.2)), List.of()));
        open(Map.of("symbol", "IBM"));
        AlertBell bell = find(AlertBell.class).single();
        assertThat(bell.getElement().getTextRecursively()).contains("Alerts, 1 new", "news burst", "12 stories");

        bell.setOpen(true);
        ComponentUtil.fireEvent(bell, new NativeDetails.ToggleEvent(bell, true));
        assertThat(bell.getElement().getTextRecursively()).doesNotContain("1 new");
        assertThat(find(PulsePanel.class).single().getElement().getTextRecursively())
                .contains("rate cut");
    }

    private <T extends Component & HasText> String text(Class<T> type, String id) {
        return part(type, id).getText();
    }

    @Test
    void a_page_that_is_left_watches_no_series() {
        open(Map.of("symbol", "IBM"));

        getCurrentView().getElement().removeFromParent();
        feed.poll();

        assertThat(feed.current().series()).isEmpty();
    }
}
