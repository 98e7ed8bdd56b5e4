package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader sees and does, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
class MarketPageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UP = "38,166,154";
    private static final String DOWN = "239,83,80";

    private final Stage stage;
    private PageObject reader;

    MarketPageIT(Stage stage) {
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
    void the_watchlist_has_a_row_for_each_symbol_and_the_chart_holds_candles() {
        open("?symbol=IBM&interval=1m&theme=dark");

        for (String symbol : List.of("AIG", "IBM", "SPY")) {
            assertThat(reader.row(symbol)).isVisible();
        }
        assertThat(reader.page.locator("#symbol")).hasText("IBM");
        assertThat(reader.page).hasTitle("IBM · Tidemark");
        assertThat(reader.barCount()).isGreaterThan(Stage.MINUTES);
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
        // The reader has chosen: what the link said counts no longer, here or in links from here.
        assertThat(reader.page).not().hasURL(Pattern.compile("theme="));
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
        assertThat(reader.page).not().hasURL(Pattern.compile("zone="));
        reader.open("?symbol=IBM&zone=utc");
        assertThat(reader.page.locator("#newest-trade")).hasText("23 Nov 2026 18:29");
        reader.open("?symbol=IBM");
        assertThat(reader.page.locator("#newest-trade")).hasText("23 Nov 2026 13:29");
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
    void a_phone_shows_everything_in_one_column() {
        reader.close();
        reader = PageObject.narrow(stage.browser, stage.dashboard.url()).open("?symbol=IBM");

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
            assertThat(reader.seriousViolations())
                    .as("in the " + theme + " theme")
                    .isEmpty();
        }
    }
}
