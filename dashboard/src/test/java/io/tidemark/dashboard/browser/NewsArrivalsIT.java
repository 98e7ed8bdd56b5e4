package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import io.tidemark.dashboard.serving.TestSpeed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of news while stories pour in faster than anybody reads, as they do when everything starts. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsArrivalsIT {
    private static final int PAUSE_MS = 60;
    private static final double WATCHED_MS = 6_000;

    /** From the page's first frame on counts the rows in sight and, among them, those that have no text. */
    private static final String WATCH = """
            window.seenRows = { fewest: Infinity, blank: 0, tops: [] };
            const look = () => {
              const list = document.querySelector('#news-list');
              const rows = [...(list?.querySelectorAll('tide-news-item') ?? [])].filter((row) => {
                const [box, frame] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
                return row.checkVisibility() && box.bottom > frame.top + 1 && box.top < frame.bottom - 1;
              });
              const texts = rows.map((row) => row.shadowRoot?.querySelector('.headline')?.textContent.trim() ?? '');
              const seen = window.seenRows;
              seen.blank = Math.max(seen.blank, texts.filter((text) => text === '').length);
              if (texts.length > 0 || seen.tops.length > 0) {
                seen.fewest = Math.min(seen.fewest, texts.length);
                if (texts[0] !== seen.tops.at(-1)) {
                  seen.tops.push(texts[0] ?? '');
                }
              }
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);""";

    private final Stage stage;
    private final TestSpeed speed;
    private final DashboardProcess dashboard;
    private final AtomicInteger told = new AtomicInteger();
    private final ScheduledExecutorService wire = Executors.newSingleThreadScheduledExecutor();
    private PageObject reader;

    /** A database and a program of its own: what pours in here would push others' stories out of sight. */
    NewsArrivalsIT(Stage stage) throws IOException {
        this.stage = stage;
        TestMarket market = stage.serving.create("arrivals");
        speed = market.speed();
        market.publish(TestMarket.walk("IBM", Stage.TODAY, 60, 180), Stage.TODAY.plusSeconds(3600));
        dashboard =
                DashboardProcess.serve(EmbeddedServing.url("arrivals", stage.serving.port()), EmbeddedServing.PASSWORD);
    }

    @BeforeAll
    void pour() {
        for (int i = 0; i < 60; i++) {
            tell();
        }
        var unused = wire.scheduleAtFixedRate(this::tell, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    @BeforeEach
    void begin() {
        reader = PageObject.wide(stage.browser, dashboard.url());
    }

    private void tell() {
        int number = told.incrementAndGet();
        speed.story(
                "arrival-" + number,
                Stage.TODAY.plusSeconds(4 * 3600).plusMillis(number * 250L),
                "Story " + number + " of those that pour in, long enough for two lines of the panel beside the chart",
                "Wire",
                "https://n.example/" + number,
                Map.of("IBM", 0.9),
                0.2);
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    @AfterAll
    void stop() {
        wire.shutdownNow();
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?symbol=IBM", "?news=all", "news"})
    void every_row_in_sight_has_its_text_in_every_frame(String view) {
        reader.page.addInitScript(WATCH);
        reader.visit(view);
        assertThat(headlines().first()).containsText("Story");

        reader.page.waitForTimeout(WATCHED_MS);

        assertThat(seen("tops.length"))
                .as("stories on top, one after the other")
                .isGreaterThan(3);
        assertThat(seen("blank")).as("rows without text").isZero();
        assertThat(seen("fewest")).as("rows in sight, once there were any").isGreaterThan(2);
    }

    private int seen(String figure) {
        return ((Number) reader.page.evaluate("window.seenRows." + figure)).intValue();
    }

    @Test
    void what_is_being_read_stays_in_its_place_and_older_stories_come_near_the_end() {
        reader.visit("news");
        assertThat(headlines()).hasCount(50);
        Locator list = reader.page.locator("#news-list");
        list.evaluate("list => list.scrollTo(0, list.scrollHeight)");
        reader.page.waitForFunction("document.querySelectorAll('#news-list tide-news-item').length >= 60");

        list.evaluate("list => list.scrollTo(0, 800)");
        reader.page.waitForTimeout(200);
        String read = inTheMiddle();
        String top = headlines().first().textContent();
        reader.page.waitForTimeout(2_000);

        assertThat(headlines().first()).not().hasText(top);
        assertThat(inTheMiddle()).isEqualTo(read);
    }

    private Locator headlines() {
        return reader.page.locator("#news-list tide-news-item .headline");
    }

    private String inTheMiddle() {
        return (String) reader.page.evaluate("""
                () => {
                  const frame = document.querySelector('#news-list').getBoundingClientRect();
                  const row = document.elementFromPoint(frame.left + 40, frame.top + frame.height / 2);
                  return row.closest('tide-news-item').shadowRoot.querySelector('.headline').textContent;
                }""");
    }
}
