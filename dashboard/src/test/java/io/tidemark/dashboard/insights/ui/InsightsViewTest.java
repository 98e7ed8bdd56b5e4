package io.tidemark.dashboard.insights.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.insights.FakeInsights;
import io.tidemark.dashboard.insights.InsightsFeed;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Csv;
import io.tidemark.dashboard.widget.Figure;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.SwitchedPush;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The view on batch results that are what a test says; the feed looks on the test's own thread. */
@ViewPackages(classes = InsightsView.class)
@ContextConfiguration(classes = FakeBatch.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class InsightsViewTest extends SpringBrowserlessTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private FakeInsights batch;

    @Autowired
    private InsightsFeed feed;

    @BeforeEach
    void publish() {
        UI.getCurrent().getInternals().setPushConnection(new SwitchedPush());
        batch.publishes(FRIDAY, Map.of("IBM", 0.02))
                .publishes(MONDAY, Map.of("IBM", 0.01, "NVDA", -0.04, "SPY", 0.005));
    }

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate(InsightsView.class, QueryParameters.simple(query));
        settle();
    }

    /** Lets the feed look, and again for what the view watches once it knows the dates. */
    private void settle() {
        for (int look = 0; look < 2; look++) {
            feed.poll();
            roundTrip();
        }
    }

    private <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    private SheetPanel panel(String id) {
        return part(SheetPanel.class, id);
    }

    private Figure figure(String id) {
        return find(Figure.class, panel(id)).single();
    }

    private String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void without_a_date_the_newest_is_shown_and_of_symbols_the_most_active() {
        open(Map.of());

        assertThat(part(Choice.class, "date").chosen()).isEqualTo("2026-11-23");
        assertThat(part(Choice.class, "profile-symbol").chosen()).isEqualTo("NVDA");
        assertThat(((InsightsView) getCurrentView()).getPageTitle())
                .isEqualTo("23 Nov 2026 \u00b7 Insights \u00b7 Tidemark");
        assertThat(figure("heatmap").shown()).contains("\"kind\":\"treemap\"", "\"name\":\"SPY\"");
        assertThat(figure("correlation").shown()).contains("\"names\":[\"IBM\",\"NVDA\",\"SPY\"]", "[1,0,0.5,60]");
        assertThat(figure("profile").shown())
                .contains("{\"price\":99.9,\"volume\":3000.0,\"control\":true,\"area\":true}");
        assertThat(figure("sizes").shown()).contains("{\"size\":50.0,\"trades\":20,\"odd\":true}");
    }

    @Test
    void a_link_opens_its_date_symbol_and_list() {
        open(Map.of("date", "2026-11-20", "symbol", "ibm", "movers", "losers"));

        assertThat(part(Choice.class, "date").chosen()).isEqualTo("2026-11-20");
        assertThat(part(Choice.class, "sizes-symbol").chosen()).isEqualTo("IBM");
        assertThat(part(Button.class, "movers-losers").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(part(Paragraph.class, "movers-message").getText()).startsWith("No symbol is in this list");
    }

    @Test
    void dates_are_chosen_from_the_list_or_one_by_one() {
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "earlier")).click();
        settle();
        assertThat(address()).isEqualTo("insights?date=2026-11-20&symbol=IBM");
        assertThat(part(Button.class, "earlier").isEnabled()).isFalse();

        part(Choice.class, "date").choose("2026-11-23");
        settle();
        assertThat(address()).isEqualTo("insights?date=2026-11-23&symbol=IBM");
        assertThat(part(Button.class, "later").isEnabled()).isFalse();
    }

    @Test
    void a_table_takes_the_place_of_its_figure_and_the_link_keeps_that() {
        open(Map.of());
        assertThat(figure("returns").shown()).contains("\"names\":[\"IBM\",\"SPY\",\"NVDA\"]");

        test(part(Button.class, "returns-as-table")).click();
        settle();

        assertThat(address()).isEqualTo("insights?tables=returns");
        assertThat(find(Figure.class, panel("returns")).all()).isEmpty();
        assertThat(panel("returns").sheet().rows())
                .extracting(row -> row.get(0))
                .isEqualTo(List.of("IBM", "NVDA", "SPY"));
    }

    @Test
    void every_panel_has_its_sheet_to_take_away() {
        open(Map.of("symbol", "IBM"));

        assertThat(panel("movers").sheet().name()).isEqualTo("gainers-2026-11-23");
        assertThat(panel("profile").sheet().name()).isEqualTo("volume-profile-ibm-2026-11-23");
        for (String id : List.of("movers", "heatmap", "returns", "volatility", "correlation", "profile", "sizes")) {
            assertThat(Csv.of(panel(id).sheet()).lines()).as(id).hasSizeGreaterThan(1);
        }
    }

    @Test
    void clicking_a_symbol_in_a_figure_chooses_it() {
        open(Map.of());

        com.vaadin.flow.component.ComponentUtil.fireEvent(
                figure("heatmap"), new Figure.NameChosen(figure("heatmap"), true, "SPY"));
        settle();

        assertThat(address()).isEqualTo("insights?symbol=SPY");
    }

    @Test
    void a_date_that_is_not_published_is_said_to_be_none_and_fills_itself_when_it_is() {
        open(Map.of("date", "2026-11-24"));
        assertThat(part(Paragraph.class, "heatmap-message").getText())
                .isEqualTo("24 Nov 2026 is not published. Choose another date.");

        batch.publishes(LocalDate.of(2026, 11, 24), Map.of("IBM", 0.03));
        settle();
        assertThat(figure("heatmap").shown()).contains("IBM");
    }

    @Test
    void while_the_database_is_away_results_stay_and_unknown_ones_are_said_to_be() {
        open(Map.of());
        batch.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        settle();
        assertThat(figure("heatmap").shown()).contains("NVDA");

        open(Map.of("date", "2026-11-20"));
        assertThat(part(Paragraph.class, "heatmap-message").getText()).startsWith("Nothing is known while");

        batch.recovers();
        settle();
        assertThat(figure("heatmap").shown()).contains("IBM").doesNotContain("NVDA");
    }

    @Test
    void a_view_that_is_left_watches_nothing() {
        open(Map.of());

        getCurrentView().getElement().removeFromParent();
        feed.subscribe(snapshot -> {});
        feed.poll();

        assertThat(feed.current().days()).isEmpty();
    }
}
