package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of batch results, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightsIT {
    private static final List<String> FIGURES =
            List.of("heatmap", "returns", "volatility", "correlation", "profile", "sizes");

    private final Stage stage;
    private final TestMarket market;
    private final DatabaseRelay relay;
    private final DashboardProcess dashboard;
    private PageObject reader;

    InsightsIT(Stage stage) throws IOException {
        this.stage = stage;
        market = stage.serving.create("insights");
        publish(1);
        publish(0);
        relay = new DatabaseRelay(stage.serving.port());
        dashboard = DashboardProcess.serve(EmbeddedServing.url("insights", relay.port()), EmbeddedServing.PASSWORD);
    }

    /** The day so many days before the newest, with its analytics. */
    private void publish(int daysAgo) {
        Instant opening = Stage.TODAY.minus(Duration.ofDays(daysAgo));
        List<TestMarket.Minute> day = new ArrayList<>();
        day.addAll(TestMarket.walk("AIG", opening, 60, 48 + daysAgo));
        day.addAll(TestMarket.walk("IBM", opening, 60, 180 - daysAgo));
        day.addAll(TestMarket.walk("SPY", opening, 60, 166 + daysAgo));
        market.publish(day, opening.plus(Duration.ofMinutes(60)));
        market.analytics().derive(LocalDate.of(2026, 11, 23).minusDays(daysAgo));
    }

    @BeforeEach
    void begin() {
        reader = PageObject.wide(stage.browser, dashboard.url());
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    @AfterAll
    void stop() throws IOException {
        dashboard.close();
        relay.close();
    }

    private Locator part(String selector) {
        return reader.page.locator(selector);
    }

    private void awaitPoints(String panel, int count) {
        reader.page.waitForFunction(
                "([id, count]) => document.querySelector('#' + id + ' tide-figure')?.pointCount === count",
                List.of(panel, count));
    }

    @Test
    void every_figure_is_drawn_from_the_results_of_the_newest_date() {
        reader.visit("insights?symbol=IBM&theme=dark");

        assertThat(reader.page).hasTitle("23 Nov 2026 · Insights · Tidemark");
        awaitPoints("heatmap", 3);
        awaitPoints("returns", 3);
        awaitPoints("volatility", 3);
        awaitPoints("correlation", 6);
        awaitPoints("sizes", 25);
        for (String id : FIGURES) {
            assertThat(part("#" + id + " tide-figure canvas").first()).isVisible();
        }
        assertThat(part("#movers-table")).containsText("IBM");
        assertThat(part("#profile-symbol")).hasValue("IBM");
        assertThat(part("#profile .panel-note")).containsText("point of control");
        assertThat(part("#movers tide-age")).hasText(Pattern.compile("\\d+ .* ago"));
        assertThat(part("#coverage")).containsText("complete until 23 Nov 2026 15:30");
    }

    @Test
    void another_date_is_another_link_and_going_back_the_one_before() {
        reader.visit("insights?date=2026-11-23");
        awaitPoints("returns", 3);

        part("#date").selectOption("2026-11-22");

        assertThat(reader.page).hasURL(Pattern.compile("date=2026-11-22"));
        assertThat(part("#returns-message")).hasText("No symbol has an earlier day to compare with.");
        awaitPoints("volatility", 3);
        reader.page.goBack();
        awaitPoints("returns", 3);
        assertThat(part("#date")).hasValue("2026-11-23");
    }

    @Test
    void tables_are_taken_away_as_csv_and_figures_as_png() throws IOException {
        reader.visit("insights?symbol=IBM");
        awaitPoints("heatmap", 3);

        Download csv = reader.page.waitForDownload(() -> part("#heatmap-csv").click());
        assertThat(csv.suggestedFilename()).isEqualTo("heatmap-2026-11-23.csv");
        assertThat(Files.readAllLines(csv.path()))
                .hasSize(4)
                .first()
                .isEqualTo("symbol,return,vwap,volume,notional,trades");

        Download png = reader.page.waitForDownload(() -> part("#profile-png").click());
        assertThat(png.suggestedFilename()).isEqualTo("volume-profile-ibm-2026-11-23.png");
        assertThat(Files.readAllBytes(png.path()))
                .startsWith(0x89, 'P', 'N', 'G')
                .hasSizeGreaterThan(2000);
    }

    @Test
    void a_table_can_be_read_in_place_of_its_figure() {
        reader.visit("insights?tables=correlation");

        assertThat(part("#correlation-table")).containsText("Against");
        assertThat(part("#correlation tide-figure")).isHidden();
        part("#correlation-as-table").click();
        awaitPoints("correlation", 6);
        assertThat(reader.page).not().hasURL(Pattern.compile("tables="));
    }

    @Test
    void views_are_reached_by_two_keys_and_keep_theme_and_what_was_chosen() {
        reader.visit("insights?date=2026-11-22&theme=light");
        awaitPoints("volatility", 3);

        reader.page.keyboard().press("g");
        reader.page.keyboard().press("m");
        reader.awaitBars(1);
        assertThat(reader.page).hasURL(Pattern.compile("/\\?(.*&)?theme=light"));
        assertThat(part("nav a[aria-current]")).hasText("Market");

        reader.page.keyboard().press("g");
        reader.page.keyboard().press("i");
        awaitPoints("volatility", 3);
        assertThat(reader.page).hasURL(Pattern.compile("date=2026-11-22"));
        assertThat(reader.theme()).isEqualTo("light");
    }

    @Test
    void keys_that_are_written_into_a_field_lead_nowhere() {
        reader.open("");
        part("#search input").fill("");
        part("#search input").press("g");
        part("#search input").press("i");

        assertThat(part("#search input")).hasValue("gi");
        assertThat(reader.page).not().hasURL(Pattern.compile("insights"));
    }

    @Test
    void while_the_database_is_away_results_stay_and_what_is_published_meanwhile_comes_afterwards() throws IOException {
        reader.visit("insights?date=2026-11-21");
        assertThat(part("#heatmap-message")).containsText("21 Nov 2026 is not published");

        relay.cut();
        assertThat(part("#banner")).containsText("The database cannot be reached.");
        assertThat(part("#heatmap-message")).containsText("Nothing is known while the database is away");
        publish(2);
        relay.restore();

        assertThat(part("#banner")).isHidden();
        awaitPoints("heatmap", 3);
    }

    @Test
    void a_database_without_any_publication_is_said_to_be_empty() throws IOException {
        stage.serving.create("nothing");
        try (DashboardProcess other = DashboardProcess.serve(
                EmbeddedServing.url("nothing", stage.serving.port()), EmbeddedServing.PASSWORD)) {
            reader.page.navigate(other.url() + "/insights");
            assertThat(part("#heatmap-message")).containsText("No batch run has published a date yet.");
        }
    }

    @Test
    void a_phone_shows_everything_in_one_column_and_the_views_at_the_thumb() {
        reader.close();
        reader = PageObject.narrow(stage.browser, dashboard.url());
        reader.visit("insights");
        awaitPoints("heatmap", 3);

        assertThat(((Number) reader.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        assertThat(part("nav").boundingBox().y).isGreaterThan(760);
        part("nav a[data-go=m]").click();
        reader.awaitBars(1);
    }

    @Test
    void nobody_is_kept_out_by_how_the_view_is_made() {
        for (String theme : List.of("dark", "light")) {
            reader.visit("insights?tables=returns&theme=" + theme);
            awaitPoints("heatmap", 3);
            assertThat(reader.seriousViolations())
                    .as("in the " + theme + " theme")
                    .isEmpty();
        }
    }
}
