package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.tidemark.dashboard.serving.TestSpeed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn over, below and beside the bars, with the packaged program in a browser. */
@ExtendWith(Stage.Shared.class)
class ChartStudiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALL = "studies=sma,ema,vwap,bollinger,rsi,macd";

    private final TestSpeed speed;
    private final PageObject reader;

    ChartStudiesIT(Stage stage) {
        this.speed = stage.speed();
        this.reader = PageObject.wide(stage.browser, stage.dashboard.url());
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        speed.forget(List.of("IBM", "SPY"));
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SMA 20, sma_20",
        "EMA 12, ema_12",
        "EMA 26, ema_26",
        "VWAP of day, vwap",
        "BB upper, bollinger_upper",
        "BB middle, bollinger_middle",
        "BB lower, bollinger_lower",
        "RSI 14, rsi_14",
        "MACD, macd",
        "Signal, macd_signal",
        "Histogram, macd_histogram"
    })
    void a_study_of_a_day_is_what_the_batch_layer_computes(String label, String column) throws IOException {
        reader.open("?symbol=IBM&interval=1m&" + ALL);
        reader.chart().evaluate("(chart, frame) => chart.showSeries(frame)", goldenFrame());
        reader.awaitSeries(GoldenStudies.SYMBOL + " 1m");

        Map<Long, Double> drawn = line(label);
        Map<Long, Double> expected = GoldenStudies.values(column);
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(drawn.keySet()).containsAll(expected.keySet());
        expected.forEach((time, value) ->
                assertThat(drawn.get(time)).as(label + " at " + time).isCloseTo(value, within(1e-9)));
    }

    /** Points of a line by their epoch second. */
    private Map<Long, Double> line(String label) {
        Object flat = reader.chart()
                .evaluate(
                        "(chart, label) => chart.updateComplete.then(() =>"
                                + " (chart.lines[label] ?? []).flatMap(({ time, value }) => [time, value]))",
                        label);
        List<?> numbers = (List<?>) flat;
        Map<Long, Double> points = HashMap.newHashMap(numbers.size() / 2);
        for (int i = 0; i < numbers.size(); i += 2) {
            points.put(((Number) numbers.get(i)).longValue(), ((Number) numbers.get(i + 1)).doubleValue());
        }
        return points;
    }

    private static String goldenFrame() throws IOException {
        StringBuilder columns = new StringBuilder();
        List<Map<String, String>> minutes = GoldenStudies.minutes();
        for (String name : List.of("open", "high", "low", "close", "vwap")) {
            columns.append(",\"%s\":%s"
                    .formatted(
                            name,
                            minutes.stream().map(row -> json(row.get(name))).toList()));
        }
        long before = 0;
        StringBuilder steps = new StringBuilder();
        for (Map<String, String> minute : minutes) {
            long time = Long.parseLong(minute.getOrDefault("bucket_ms", "")) / 1000;
            steps.append(steps.isEmpty() ? "" : ",").append(time - before);
            before = time;
        }
        List<String> volumes =
                minutes.stream().map(row -> json(row.get("volume"))).toList();
        List<String> trades =
                minutes.stream().map(row -> json(row.get("trades"))).toList();
        return """
                {"symbol":"%s","interval":"1m","decimals":2,"complete":true,"time":[%s],"volume":%s,"trades":%s,
                "eligible":%s,"late":%s,"layers":"%s"%s}""".formatted(
                GoldenStudies.SYMBOL, steps, volumes, trades, trades, trades, "b".repeat(minutes.size()), columns);
    }

    private static String json(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? "null" : cell;
    }

    @Test
    void studies_are_chosen_by_a_press_told_in_the_legend_and_in_the_link() {
        reader.open("?symbol=IBM&interval=1m");
        assertThat(reader.chart()).containsText("SMA 20");

        reader.page.locator("#study-macd").click();
        assertThat(reader.chart()).containsText("Signal");
        reader.page.locator("#study-sma").click();
        assertThat(reader.chart()).not().containsText("SMA 20");
        assertThat(reader.page).hasURL(Pattern.compile("studies=macd(&|$)"));
        assertThat(reader.page.locator("#study-macd")).hasAttribute("aria-pressed", "true");
        assertThat(reader.seriousViolations()).isEmpty();
    }

    @Test
    void a_line_of_closes_can_be_had_in_place_of_candles() {
        reader.open("?symbol=IBM&interval=1m&studies=none&theme=dark");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(candles()).as("candles").isGreaterThan(2000));
        int candles = candles();

        reader.page.locator("#kind-line").click();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(reader.inked("127,168,255")).as("the line").isGreaterThan(100);
            // The label of the last price stays.
            assertThat(candles()).as("candles").isLessThan(candles / 2);
        });
        assertThat(reader.page).hasURL(Pattern.compile("chart=line"));
    }

    private int candles() {
        return reader.inked("38,166,154") + reader.inked("239,83,80");
    }

    @Test
    void a_span_loads_what_it_needs_and_shows_all_of_it() {
        reader.open("?symbol=IBM&interval=1m&range=5d");

        // Six days of an hour and the day of today: more than is loaded at first.
        reader.awaitBars(6 * 60 + Stage.MINUTES);
    }

    @Test
    void what_is_drawn_follows_the_newest_bar() {
        reader.open("?symbol=IBM&interval=1m&" + ALL);

        speed.minute("IBM", Stage.TODAY.plus(Duration.ofMinutes(Stage.MINUTES)), 180, 190.5);
        speed.price("IBM", 190.5, 180, Stage.TODAY.plus(Duration.ofMinutes(Stage.MINUTES + 1L)));

        reader.awaitChart("chart.lastBar.close === 190.5");
        reader.awaitChart("Object.entries(chart.lines).every(([label, points]) => {"
                + " const drawn = chart.drawnLines[label];"
                + " return points.length > 0 && drawn.length === points.length"
                + " && drawn.at(-1).time === chart.lastBar.time && drawn.at(-1).value === points.at(-1).value; })");
    }

    @Test
    void a_closed_session_is_shaded_and_told_at_the_bar_after_it() {
        reader.open("?symbol=IBM&interval=1h");
        reader.awaitChart("chart.sessionBreaks === 6");
        reader.open("?symbol=IBM&interval=1d");
        reader.awaitChart("chart.sessionBreaks === 0");

        reader.open("?symbol=IBM&interval=15m");
        reader.chart().locator(".canvas").focus();
        for (int i = 0; i < Stage.MINUTES / 15; i++) {
            reader.page.keyboard().press("ArrowLeft");
        }
        assertThat(reader.chart()).containsText("closed for 23 h");
    }

    @Test
    void other_symbols_are_drawn_beside_and_follow_live() {
        reader.open("?symbol=IBM&interval=1m");

        reader.page.locator("#compare").selectOption("SPY");
        // Both are loaded equally far back, also where somebody has scrolled before.
        reader.awaitChart("chart.lines.SPY?.length === chart.barCount");
        assertThat(reader.page).hasURL(Pattern.compile("compare=SPY"));
        assertThat(reader.chart()).containsText("SPY");
        assertThat(reader.chart()).not().containsText("SMA 20");

        Instant next = Stage.TODAY.plus(Duration.ofMinutes(Stage.MINUTES));
        speed.minute("SPY", next, 166, 170.25);
        speed.price("SPY", 170.25, 166, next.plusSeconds(5));
        speed.minute("IBM", next, 180, 180.5);
        speed.price("IBM", 180.5, 180, next.plusSeconds(5));
        assertThat(reader.cell("170.25")).isVisible();
        reader.awaitChart("chart.drawnLines.SPY?.at(-1)?.value === 170.25");

        reader.page.locator("#compared-SPY").click();
        assertThat(reader.chart()).containsText("SMA 20");
        assertThat(reader.page.locator("#compared-SPY")).hasCount(0);
    }

    @Test
    void a_bar_with_stories_is_marked_and_opens_them_by_key() {
        String markup = "<b>IBM</b> wins a contract";
        speed.story(
                "1",
                Stage.TODAY.plus(Duration.ofMinutes(Stage.MINUTES - 2L)),
                markup,
                "https://news.example/1",
                "IBM",
                0.95,
                0.52);
        reader.open("?symbol=IBM&interval=1m");
        // Stories of other tests may still be known.
        reader.awaitChart("chart.storyMarks.some(({ time }) => time === chart.lastBar.time - 60)");

        reader.chart().locator(".canvas").focus();
        reader.page.keyboard().press("ArrowLeft");
        reader.page.keyboard().press("ArrowLeft");
        assertThat(reader.chart()).containsText("Stories");
        reader.page.keyboard().press("Enter");

        Locator dialog = reader.page.locator("#story");
        assertThat(dialog.locator(".headline")).hasText(markup);
        assertThat(reader.seriousViolations()).isEmpty();
        dialog.locator("button.more").click();
        assertThat(reader.page.locator("#story-headline")).hasText(markup);
        assertThat(reader.page.locator("#story-link")).hasAttribute("href", "https://news.example/1");
        reader.page.keyboard().press("Escape");
        assertThat(reader.page.locator("#story-headline")).hasCount(0);
    }
}
