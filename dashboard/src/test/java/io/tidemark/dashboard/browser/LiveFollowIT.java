package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import io.tidemark.dashboard.serving.TestSpeed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A market whose morning is settled and whose last minutes are live: two hours by batch, then the speed layer alone. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFollowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant OPENING = Stage.TODAY;
    private static final int SETTLED = 120;
    private static final int LIVE = 30;
    /** The hatching of the dark theme. */
    private static final String HATCH = "229,180,84";

    private final Stage stage;
    private final TestMarket market;
    private final TestSpeed speed;
    private final DashboardProcess dashboard;
    private PageObject reader;

    LiveFollowIT(Stage stage) throws IOException {
        this.stage = stage;
        market = stage.serving.create("live");
        speed = market.speed();
        dashboard = DashboardProcess.serve(EmbeddedServing.url("live", stage.serving.port()), EmbeddedServing.PASSWORD);
    }

    @BeforeEach
    void begin() {
        speed.forget(List.of("IBM", "SPY"));
        settle(SETTLED);
        for (int minute = SETTLED - 5; minute < SETTLED + LIVE; minute++) {
            speed.minute("IBM", at(minute), 180 + minute / 100.0, 180.05 + minute / 100.0);
        }
        speed.price("IBM", 181.5, 180, at(SETTLED + LIVE));
        reader = PageObject.wide(stage.browser, dashboard.url());
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    private static Instant at(int minute) {
        return OPENING.plus(Duration.ofMinutes(minute));
    }

    /** The batch layer publishes the day up to a minute. */
    private void settle(int minutes) {
        List<TestMarket.Minute> day = new ArrayList<>(TestMarket.walk("IBM", OPENING, minutes, 180));
        day.addAll(TestMarket.walk("SPY", OPENING, minutes, 166));
        market.publish(day, at(minutes));
    }

    private void open(String query) {
        reader.open(query);
        reader.awaitChart("chart.liveBarCount > 0");
    }

    @Test
    void a_bar_and_a_price_that_change_in_the_database_change_on_the_screen() {
        open("?symbol=IBM&interval=1m");
        reader.awaitChart("chart.barCount === " + (SETTLED + LIVE) + " && chart.liveBarCount === " + LIVE);

        speed.minute("IBM", at(SETTLED + LIVE - 1), 181, 187.77);
        speed.price("IBM", 187.77, 180, at(SETTLED + LIVE).plusSeconds(1));

        reader.awaitChart("chart.lastBar.close === 187.77");
        assertThat(reader.cell("187.77")).isVisible();

        speed.minute("IBM", at(SETTLED + LIVE), 187.77, 188.42);
        speed.price("IBM", 188.42, 180, at(SETTLED + LIVE).plusSeconds(30));

        reader.awaitChart("chart.barCount === " + (SETTLED + LIVE + 1) + " && chart.lastBar.close === 188.42");
        assertThat(reader.cell("188.42")).isVisible();
        assertThat(reader.page.locator("#symbol-state")).containsText("LIVE");
    }

    @Test
    void a_late_trade_changes_a_bar_before_the_newest() {
        open("?symbol=IBM&interval=1m");
        reader.awaitChart("chart.barCount === " + (SETTLED + LIVE));

        speed.minute("IBM", at(SETTLED + LIVE - 8), 181, 195.5);

        reader.awaitChart("chart.bars.at(-8).close === 195.5");
    }

    @Test
    void a_symbol_that_only_the_speed_layer_knows_comes_into_the_watchlist() {
        open("?symbol=IBM&interval=1m");

        speed.minute("ZION", at(SETTLED), 50, 50.5);
        speed.price("ZION", 50.5, 50, at(SETTLED + 1));

        assertThat(reader.row("ZION")).isVisible();
        reader.row("ZION").click();
        reader.awaitSeries("ZION 1m");
        speed.forget(List.of("ZION"));
        assertThat(reader.row("ZION")).isHidden();
    }

    @Test
    void the_boundary_moves_when_the_batch_publishes() {
        open("?symbol=IBM&interval=1m&theme=dark");
        reader.awaitChart("chart.coveredUntil === " + at(SETTLED).getEpochSecond());
        assertThat(reader.page.locator("#horizon")).hasText("23 Nov 2026 16:30");
        reader.awaitChart("chart.liveBarCount === " + LIVE);

        settle(SETTLED + 10);

        reader.awaitChart("chart.coveredUntil === " + at(SETTLED + 10).getEpochSecond());
        reader.awaitChart("chart.liveBarCount === " + (LIVE - 10));
        assertThat(reader.page.locator("#horizon")).hasText("23 Nov 2026 16:40");
        assertThat(reader.chart()).containsText("live, not settled yet");
    }

    @Test
    void a_longer_bar_that_the_boundary_runs_through_is_settled_in_part() {
        open("?symbol=IBM&interval=15m");
        reader.awaitChart("chart.liveBarCount === 2");

        settle(SETTLED + 20);

        reader.awaitChart("chart.lastBar.layer === 'merged'");
        assertThat(reader.chart()).containsText("settled in part");
    }

    @Test
    void a_silence_of_the_feed_is_shaded_on_the_charts_that_it_concerns_and_says_why() {
        open("?symbol=IBM&interval=1m&theme=dark");
        reader.awaitChart("chart.barCount === " + (SETTLED + LIVE));
        assertThat(reader.inked(HATCH, 90)).isLessThan(20);

        speed.gap(
                at(SETTLED + LIVE).minusSeconds(40),
                at(SETTLED + LIVE).minusSeconds(10),
                "connection closed: 1006",
                "IBM");

        reader.awaitChart("chart.feedGaps.length === 1");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(reader.inked(HATCH, 90)).as("a hairline").isGreaterThan(100));
        assertThat(reader.chart()).containsText("(30 s): connection closed: 1006");
        int hairline = reader.inked(HATCH, 90);

        speed.minute("IBM", at(SETTLED + LIVE + 20), 181, 181.2);
        speed.gap(at(SETTLED + LIVE + 1), at(SETTLED + LIVE + 20), "silent for 150 s", "IBM");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(reader.inked(HATCH, 90)).as("a span").isGreaterThan(3 * hairline));

        reader.row("SPY").click();
        reader.awaitSeries("SPY 1m");
        reader.awaitChart("chart.feedGaps.length === 0");
    }
}
