package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a reader sees and does, with the packaged program over a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketPageIT {
    private static final Instant TODAY = Instant.parse("2026-11-23T14:30:00Z");
    private static final int MINUTES = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UP = "38,166,154";
    private static final String DOWN = "239,83,80";

    private EmbeddedServing serving;
    private TestMarket market;
    private DatabaseRelay relay;
    private DashboardProcess dashboard;
    private Playwright playwright;
    private Browser browser;
    private PageObject reader;

    @BeforeAll
    void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PageObject.PATIENCE_MS);
        serving = EmbeddedServing.start();
        market = serving.create("market");
        for (int day = 6; day > 0; day--) {
            publish(TODAY.minus(Duration.ofDays(day)), 60);
        }
        publish(TODAY, MINUTES);
        relay = new DatabaseRelay(serving.port());
        dashboard = DashboardProcess.serve(EmbeddedServing.url("market", relay.port()), EmbeddedServing.PASSWORD);
        playwright = Browsers.driver();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        playwright.close();
        dashboard.close();
        relay.close();
        serving.close();
    }

    @BeforeEach
    void enter() {
        reader = PageObject.wide(browser, dashboard.url());
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    private void publish(Instant opening, int minutes) {
        List<TestMarket.Minute> day = new ArrayList<>();
        day.addAll(TestMarket.walk("AIG", opening, minutes, 48));
        day.addAll(TestMarket.walk("IBM", opening, minutes, 180));
        day.addAll(TestMarket.walk("SPY", opening, minutes, 166));
        market.publish(day, opening.plus(Duration.ofMinutes(minutes)));
    }

    private PageObject open(String query) {
        return reader.open(query);
    }

    @Test
    void the_watchlist_has_a_row_for_each_symbol_and_the_chart_holds_candles() {
        open("?symbol=IBM&interval=1m&theme=dark");

        for (String symbol : List.of("AIG", "IBM", "SPY")) {
            assertThat(reader.row(symbol)).isVisible();
        }
        assertThat(reader.page.locator("#symbol")).hasText("IBM");
        assertThat(reader.page).hasTitle("IBM · Tidemark");
        assertThat(reader.barCount()).isGreaterThan(MINUTES);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(reader.inked(UP)).as("rising candles").isGreaterThan(200);
            assertThat(reader.inked(DOWN)).as("falling candles").isGreaterThan(200);
        });
        assertThat(reader.chart()).containsText("VWAP");
        assertThat(reader.chart()).containsText("Trades");
        assertThat(reader.page.locator("#trades")).hasText(Pattern.compile("[0-9,]+"));
    }

    @Test
    void a_click_on_a_row_shows_that_symbol_and_going_back_the_one_before() {
        open("?symbol=AIG&interval=5m");

        reader.row("SPY").click();

        reader.awaitSeries("SPY 5m");
        assertThat(reader.page).hasURL(Pattern.compile("symbol=SPY"));
        assertThat(reader.page.locator("#symbol")).hasText("SPY");

        reader.page.goBack();
        reader.awaitSeries("AIG 5m");
    }

    @Test
    void intervals_change_the_bars_and_the_link() {
        open("?symbol=IBM&interval=1m");
        int minutes = reader.barCount();

        reader.page.locator("#interval-15m").click();

        reader.awaitSeries("IBM 15m");
        assertThat(reader.page).hasURL(Pattern.compile("interval=15m"));
        assertThat(reader.barCount()).isLessThan(minutes);
        assertThat(reader.page.locator("#interval-15m")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void the_theme_changes_at_once_is_remembered_and_can_be_linked() {
        open("?symbol=IBM&theme=dark");
        String paper = (String) reader.page.evaluate("getComputedStyle(document.body).backgroundColor");

        reader.page.locator("#theme").click();

        assertThat(reader.theme()).isEqualTo("light");
        assertThat((String) reader.page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(paper);
        assertThat(reader.page).hasURL(Pattern.compile("theme=light"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.inked(UP)).isGreaterThan(200));

        reader.open("?symbol=SPY");
        assertThat(reader.theme()).isEqualTo("light");
        reader.open("?symbol=SPY&theme=dark");
        assertThat(reader.theme()).isEqualTo("dark");
    }

    @Test
    void times_are_told_in_utc_or_by_the_readers_clock() {
        open("?symbol=IBM&interval=1m");
        assertThat(reader.chart()).containsText("18:29");
        assertThat(reader.page.locator("#newest-trade")).hasText("23 Nov 2026 18:29");

        reader.page.locator("#zone").click();

        assertThat(reader.chart()).containsText("13:29");
        assertThat(reader.page.locator("#newest-trade")).hasText("23 Nov 2026 13:29");
        assertThat(reader.page).hasURL(Pattern.compile("zone=local"));
    }

    @Test
    void searching_and_choosing_need_no_mouse() {
        open("?symbol=AIG");

        reader.page.keyboard().press("/");
        assertThat(reader.page.locator("#search input")).isFocused();
        reader.page.keyboard().type("sp");
        assertThat(reader.row("AIG")).isHidden();
        reader.page.keyboard().press("Enter");

        reader.awaitSeries("SPY 1m");
    }

    @Test
    void arrows_and_enter_choose_from_the_watchlist() {
        open("?symbol=AIG");

        reader.row("AIG").click();
        reader.page.keyboard().press("ArrowDown");
        reader.page.keyboard().press("Enter");

        reader.awaitSeries("IBM 1m");
    }

    @Test
    void the_crosshair_tells_the_bar_it_points_at() {
        open("?symbol=IBM&interval=1m");
        assertThat(reader.chart()).containsText("18:29");

        reader.chart().locator(".canvas").focus();
        reader.page.keyboard().press("ArrowLeft");
        reader.page.keyboard().press("ArrowLeft");

        assertThat(reader.chart()).containsText("18:28");
    }

    @Test
    void bars_of_the_speed_layer_are_hollow() {
        open("?symbol=IBM&interval=1d&average=off");
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

    @Test
    void what_is_published_appears_without_a_reload_and_an_outage_is_said_and_survived() throws Exception {
        open("?symbol=IBM&interval=1m");
        int before = reader.barCount();
        String horizon = reader.page.locator("#horizon").textContent();

        publish(TODAY, MINUTES + 5);
        reader.awaitBars(before + 5);
        assertThat(reader.page.locator("#horizon")).not().hasText(horizon);
        assertThat(reader.page.locator("#banner")).isHidden();

        relay.cut();
        assertThat(reader.page.locator("#banner")).containsText("The database cannot be reached.");
        assertThat(reader.page.getByText("OFFLINE")).isVisible();
        assertThat(reader.barCount()).isEqualTo(before + 5);

        publish(TODAY, MINUTES + 8);
        relay.restore();
        assertThat(reader.page.locator("#banner")).isHidden();
        reader.awaitBars(before + 8);
        publish(TODAY, MINUTES);
        await().atMost(PATIENCE).until(() -> reader.barCount() == before);
    }

    @Test
    void an_unknown_symbol_is_said_to_be_unknown() {
        reader.page.navigate(dashboard.url() + "/?symbol=NOPE");

        assertThat(reader.page.locator("#chart-message")).containsText("NOPE is not known here");
        reader.row("IBM").click();
        reader.awaitSeries("IBM 1m");
        assertThat(reader.page.locator("#chart-message")).isHidden();
    }

    @Test
    void a_page_without_data_says_what_is_awaited_and_fills_itself() throws Exception {
        serving.createBare("later");
        try (DashboardProcess other =
                DashboardProcess.serve(EmbeddedServing.url("later", serving.port()), EmbeddedServing.PASSWORD)) {
            reader.page.navigate(other.url());
            assertThat(reader.page.locator("#banner")).containsText("no serving layer yet");

            TestMarket later = serving.migrate("later");
            assertThat(reader.page.locator("#chart-message")).containsText("No batch run has started so far");
            later.start(LocalDate.of(2026, 11, 23));
            assertThat(reader.page.locator("#chart-message")).containsText("is at work");

            later.publish(TestMarket.walk("IBM", TODAY, 30, 180), TODAY.plus(Duration.ofMinutes(30)));
            reader.awaitSeries("IBM 1m");
            assertThat(reader.page.locator("#chart-message")).isHidden();
        }
    }

    @Test
    void a_phone_shows_everything_in_one_column() {
        reader.close();
        reader = PageObject.narrow(browser, dashboard.url()).open("?symbol=IBM");

        assertThat(((Number) reader.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        double chart = reader.chart().boundingBox().y;
        assertThat(reader.page.locator("#watchlist").boundingBox().y).isGreaterThan(chart);
        assertThat(reader.row("SPY")).isAttached();
    }

    @Test
    void nobody_is_kept_out_by_how_the_page_is_made() {
        for (String theme : List.of("dark", "light")) {
            open("?symbol=IBM&theme=" + theme);
            var found = new AxeBuilder(reader.page).analyze().getViolations();
            assertThat(found)
                    .as("serious violations in the " + theme + " theme")
                    .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .extracting(rule -> rule.getId() + ": "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                    .toList())
                    .isEmpty();
        }
    }
}
