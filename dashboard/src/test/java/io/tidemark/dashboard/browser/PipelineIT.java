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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of the pipeline, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Stage stage;
    private final TestMarket market;
    private final DatabaseRelay relay;
    private final DashboardProcess dashboard;
    private PageObject reader;

    PipelineIT(Stage stage) throws IOException {
        this.stage = stage;
        market = stage.serving.create("pipeline");
        publish(1);
        publish(0);
        market.speed().gap(Stage.TODAY, Stage.TODAY.plusSeconds(20), "<b>connection</b> closed", "IBM", "SPY");
        relay = new DatabaseRelay(stage.serving.port());
        dashboard = DashboardProcess.serve(EmbeddedServing.url("pipeline", relay.port()), EmbeddedServing.PASSWORD);
    }

    private void publish(int daysAgo) {
        Instant opening = Stage.TODAY.minus(Duration.ofDays(daysAgo));
        market.publish(TestMarket.walk("IBM", opening, 30, 180), opening.plus(Duration.ofMinutes(30)));
        market.analytics().derive(DAY.minusDays(daysAgo));
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

    @Test
    void the_flow_and_every_table_are_there() {
        reader.visit("pipeline?theme=dark");

        assertThat(reader.page).hasTitle("Pipeline · Tidemark");
        assertThat(part("#hop-batch")).containsText("rows/s");
        assertThat(part("#hop-batch tide-age")).hasText(Pattern.compile("\\d+ .* ago"));
        assertThat(part("#ledger-table")).containsText("published");
        assertThat(part("#dates-table")).containsText("23 Nov 2026");
        assertThat(part("#conservation-table")).containsText("yes");
        assertThat(part("#quality-table")).containsText("good");
        assertThat(part("#dead-letters-table")).containsText("not JSON");
        assertThat(part("#gaps-table")).containsText("<b>connection</b> closed");
        assertThat(part("#link-flink")).hasAttribute("href", "http://flink.example:8081/");
    }

    @Test
    void what_happens_appears_without_a_reload() {
        reader.visit("pipeline");
        assertThat(part("#ledger-table")).containsText("published");
        assertThat(part("#hop-speed tide-age").first()).not().containsText("ago");

        market.fail(DAY, "a checksum differs");
        market.speed().price("AIG", 48, 47, Instant.now());

        assertThat(part("#ledger-table")).containsText("a checksum differs");
        assertThat(part("#hop-speed tide-age").first()).containsText("ago");
        assertThat(part("#hop-screen")).containsText("LIVE");
        market.speed().forget(List.of("AIG"));
        market.speed().gap(Stage.TODAY, Stage.TODAY.plusSeconds(20), "<b>connection</b> closed", "IBM", "SPY");
    }

    @Test
    void the_detail_of_a_date_has_its_link_and_its_file() throws IOException {
        reader.visit("pipeline?date=2026-11-22");
        assertThat(part("#date")).hasValue("2026-11-22");
        assertThat(part("#quality .panel-note")).hasText("22 Nov 2026");

        Download csv =
                reader.page.waitForDownload(() -> part("#conservation-csv").click());
        assertThat(csv.suggestedFilename()).isEqualTo("conservation-2026-11-22.csv");
        assertThat(Files.readAllLines(csv.path()))
                .first()
                .isEqualTo("hour,landed,counted,price_updates,excluded,conserved");

        part("#date").selectOption("2026-11-23");
        assertThat(reader.page).hasURL(Pattern.compile("date=2026-11-23"));
        assertThat(part("#quality .panel-note")).hasText("23 Nov 2026");
    }

    @Test
    void two_keys_lead_here() {
        reader.open("");

        reader.page.keyboard().press("g");
        reader.page.keyboard().press("p");

        assertThat(part("#ledger-table")).containsText("published");
        assertThat(part("nav a[aria-current]")).hasText("Pipeline");
    }

    @Test
    void while_the_database_is_away_tables_stay_and_fill_up_afterwards() throws IOException {
        reader.visit("pipeline");
        assertThat(part("#ledger-table")).containsText("published");

        relay.cut();
        assertThat(part("#banner")).containsText("The database cannot be reached.");
        assertThat(part("#alert-list-message")).containsText("Nothing is known while the database is away");
        assertThat(part("#hop-screen")).containsText("OFFLINE");
        assertThat(part("#ledger-table")).containsText("published");
        market.fail(DAY, "after the outage");
        relay.restore();

        assertThat(part("#ledger-table")).containsText("after the outage");
        assertThat(part("#banner")).isHidden();
    }

    @Test
    void an_empty_database_is_said_to_be_empty() throws IOException {
        stage.serving.create("still");
        try (DashboardProcess other =
                DashboardProcess.serve(EmbeddedServing.url("still", stage.serving.port()), EmbeddedServing.PASSWORD)) {
            reader.page.navigate(other.url() + "/pipeline");
            assertThat(part("#ledger-message")).containsText("No batch run has started so far.");
            assertThat(part("#gaps-message")).containsText("No feed has been silent so far.");
        }
    }

    @Test
    void a_phone_shows_everything_in_one_column() {
        reader.close();
        reader = PageObject.narrow(stage.browser, dashboard.url());
        reader.visit("pipeline");

        assertThat(part("#ledger-table")).containsText("published");
        assertThat(((Number) reader.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        assertThat(part("#hop-batch").boundingBox().y)
                .isGreaterThan(part("#hop-speed").boundingBox().y);
    }

    @Test
    void nobody_is_kept_out_by_how_the_view_is_made() {
        for (String theme : List.of("dark", "light")) {
            reader.visit("pipeline?theme=" + theme);
            assertThat(part("#ledger-table")).containsText("published");
            assertThat(reader.seriousViolations())
                    .as("in the " + theme + " theme")
                    .isEmpty();
        }
    }
}
