package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.tidemark.dashboard.serving.TestSpeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of news, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
class NewsViewIT {
    private static final Instant NOW = Stage.TODAY.plusSeconds(4 * 3600);

    private final Stage stage;
    private final TestSpeed speed;
    private PageObject reader;

    NewsViewIT(Stage stage) {
        this.stage = stage;
        this.speed = stage.speed();
        this.reader = PageObject.wide(stage.browser, stage.dashboard.url());
    }

    @BeforeEach
    void begin() {
        speed.forget(List.of());
        speed.story(
                "1",
                NOW.minusSeconds(6000),
                "IBM wins a contract",
                "Wire",
                "https://n.example/1",
                Map.of("IBM", 0.95),
                0.52);
        speed.story(
                "2", NOW.minusSeconds(500), "Banks in brief", "Post", "https://n.example/2", Map.of("IBM", 0.21), -0.4);
        speed.story(
                "3", NOW.minusSeconds(400), "Index funds gain", "Post", "https://n.example/3", Map.of("SPY", 0.8), 0);
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        speed.forget(List.of());
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    private Locator part(String selector) {
        return reader.page.locator(selector);
    }

    /** A row that is seen: the list keeps hidden ones in reserve. */
    private Locator story(String headline) {
        return part("tide-news-item")
                .filter(new Locator.FilterOptions().setHasText(headline).setVisible(true));
    }

    @Test
    void stories_and_their_hours_are_there_and_new_ones_come() {
        reader.visit("news");
        assertThat(story("IBM wins a contract")).isVisible();
        assertThat(story("Index funds gain")).isVisible();
        reader.page.waitForFunction("document.querySelector('#news-volume tide-figure')?.pointCount === 3");
        // Stories of other tests are known until the feed reads everything again.
        String before = part("#news-count").textContent();

        speed.story("4", NOW, "Something new", "Wire", "https://n.example/4", Map.of(), 0.3);

        assertThat(story("Something new")).isVisible();
        assertThat(part("#news-count")).not().hasText(before);
        assertThat(part("#news-count")).hasText(Pattern.compile("(\\d+) of \\1"));
    }

    @Test
    void a_headline_with_markup_is_text() {
        String markup = "<img src=x onerror=\"document.title='owned'\"><b>Bold</b>";
        speed.story("evil", NOW, markup, markup, "javascript:alert(1)", Map.of("IBM", 0.9), -0.7);

        reader.visit("news");

        assertThat(story("Bold").locator(".headline")).hasText(markup);
        assertThat(story("Bold").locator("a, img")).hasCount(0);
        assertThat(reader.page).hasTitle("News · Tidemark");
    }

    @Test
    void filters_leave_what_is_looked_for_and_are_in_the_link() {
        reader.visit("news?symbol=IBM");
        assertThat(story("IBM wins a contract")).isVisible();
        assertThat(story("Index funds gain")).hasCount(0);

        part("#news-symbol").selectOption("");
        part("#news-source").selectOption("Post");
        assertThat(story("Index funds gain")).isVisible();
        assertThat(story("IBM wins a contract")).hasCount(0);

        reader.page.keyboard().press("/");
        assertThat(part("#news-text input")).isFocused();
        reader.page.keyboard().type("brief");
        assertThat(story("Banks in brief")).isVisible();
        assertThat(story("Index funds gain")).hasCount(0);
        assertThat(reader.page).hasURL(Pattern.compile("[?&]source=Post(&|$)"));
        assertThat(reader.page).hasURL(Pattern.compile("[?&]q=brief(&|$)"));
    }

    @Test
    void while_the_database_is_away_stories_stay() throws Exception {
        reader.visit("news");
        assertThat(story("IBM wins a contract")).isVisible();

        stage.relay.cut();
        assertThat(part("#news-state")).containsText("OFFLINE");
        assertThat(story("IBM wins a contract")).isVisible();
        speed.story("5", NOW, "After the outage", "Wire", "https://n.example/5", Map.of(), 0.3);
        stage.relay.restore();

        assertThat(story("After the outage")).isVisible();
    }

    @Test
    void a_phone_shows_everything_in_one_column_and_nobody_is_kept_out() {
        reader.close();
        reader = PageObject.narrow(stage.browser, stage.dashboard.url());
        for (String theme : List.of("dark", "light")) {
            reader.visit("news?theme=" + theme);
            assertThat(story("IBM wins a contract")).isVisible();
            assertThat(((Number) reader.page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(390);
            assertThat(reader.seriousViolations())
                    .as("in the " + theme + " theme")
                    .isEmpty();
        }
    }

    @Test
    void nobody_is_kept_out_on_a_desk_either() {
        for (String theme : List.of("dark", "light")) {
            reader.visit("news?theme=" + theme);
            assertThat(story("IBM wins a contract")).isVisible();
            assertThat(reader.seriousViolations())
                    .as("in the " + theme + " theme")
                    .isEmpty();
        }
    }

    @Test
    void a_story_is_told_in_detail_under_a_link_of_its_own() {
        reader.visit("news");
        story("IBM wins a contract").locator("button.more").click();

        assertThat(part("#story-headline")).hasText("IBM wins a contract");
        assertThat(reader.page).hasURL(Pattern.compile("[?&]story="));
        assertThat(part("#story-link")).hasAttribute("rel", "noopener noreferrer");
        assertThat(reader.seriousViolations()).isEmpty();

        reader.page.reload();
        assertThat(part("#story-headline")).isVisible();
        reader.page.keyboard().press("Escape");
        assertThat(part("#story-headline")).hasCount(0);
        assertThat(reader.page).not().hasURL(Pattern.compile("story="));
    }
}
