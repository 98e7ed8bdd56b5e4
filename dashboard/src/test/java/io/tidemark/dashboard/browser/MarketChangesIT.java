package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page does when its data change, end or fail to come. */
@ExtendWith(Stage.Shared.class)
class MarketChangesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UP = "38,166,154";
    private static final String DOWN = "239,83,80";

    private final Stage stage;
    private PageObject reader;

    MarketChangesIT(Stage stage) {
        this.stage = stage;
        this.reader = PageObject.wide(stage.browser, stage.dashboard.url());
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    private PageObject open(String query) {
        return reader.open(query);
    }

    @Test
    void what_is_published_appears_without_a_reload_and_an_outage_is_said_and_survived() throws Exception {
        open("?symbol=IBM&interval=1m");
        int before = reader.barCount();
        String horizon = reader.page.locator("#horizon").textContent();

        stage.publish(Stage.TODAY, Stage.MINUTES + 5);
        reader.awaitBars(before + 5);
        assertThat(reader.page.locator("#horizon")).not().hasText(horizon);
        assertThat(reader.page.locator("#banner")).isHidden();

        stage.relay.cut();
        assertThat(reader.page.locator("#banner")).containsText("The database cannot be reached.");
        assertThat(reader.page.locator(".facts")).containsText("OFFLINE");
        assertThat(reader.page.locator("#symbol-state")).containsText("OFFLINE");
        assertThat(reader.barCount()).isEqualTo(before + 5);

        stage.publish(Stage.TODAY, Stage.MINUTES + 8);
        stage.relay.restore();
        assertThat(reader.page.locator("#banner")).isHidden();
        reader.awaitBars(before + 8);
        stage.publish(Stage.TODAY, Stage.MINUTES);
        await().atMost(PATIENCE).until(() -> reader.barCount() == before);
    }

    @Test
    void an_unknown_symbol_is_said_to_be_unknown() {
        reader.page.navigate(stage.dashboard.url() + "/?symbol=NOPE");

        assertThat(reader.page.locator("#chart-message")).containsText("NOPE is not known here");
        reader.row("IBM").click();
        reader.awaitSeries("IBM 1m");
        assertThat(reader.page.locator("#chart-message")).isHidden();
    }

    @Test
    void a_page_without_data_says_what_is_awaited_and_fills_itself() throws Exception {
        stage.serving.createBare("later");
        try (DashboardProcess other =
                DashboardProcess.serve(EmbeddedServing.url("later", stage.serving.port()), EmbeddedServing.PASSWORD)) {
            reader.page.navigate(other.url());
            assertThat(reader.page.locator("#banner")).containsText("no serving layer yet");

            TestMarket later = stage.serving.migrate("later");
            assertThat(reader.page.locator("#chart-message")).containsText("No batch run has started so far");
            later.start(LocalDate.of(2026, 11, 23));
            assertThat(reader.page.locator("#chart-message")).containsText("is at work");

            later.publish(TestMarket.walk("IBM", Stage.TODAY, 30, 180), Stage.TODAY.plus(Duration.ofMinutes(30)));
            reader.awaitSeries("IBM 1m");
            assertThat(reader.page.locator("#chart-message")).isHidden();
        }
    }

    @Test
    void bars_of_the_speed_layer_are_hollow() {
        open("?symbol=IBM&interval=1d&studies=none");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(reader.inked(UP) + reader.inked(DOWN)).isGreaterThan(100));
        String bar = "(chart, layer) => { const b = chart.lastBar; "
                + "chart.updateBar(b.time, b.low, b.high, b.low, b.high, b.volume, b.vwap, 1, 1, 0, layer) }";
        reader.chart().evaluate(bar, "b");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.inked(UP)).isGreaterThan(0));
        int filled = reader.inked(UP);

        reader.chart().evaluate(bar, "s");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.inked(UP)).isLessThan(filled));
        assertThat(reader.chart()).containsText("live, not settled yet");
    }

    @Test
    void scrolling_to_the_left_brings_older_bars() {
        open("?symbol=IBM&interval=1m");
        int before = reader.barCount();

        reader.chart().hover();
        for (int i = 0; i < 12; i++) {
            reader.page.mouse().wheel(-2000, 0);
        }

        reader.awaitBars(before + 60);
    }
}
