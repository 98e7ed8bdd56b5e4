package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.tidemark.dashboard.serving.TestSpeed;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** News beside the chart, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
class NewsIT {
    private static final Instant NOW = Stage.TODAY.plusSeconds(4 * 3600);

    private final Stage stage;
    private final TestSpeed speed;
    private PageObject reader;

    NewsIT(Stage stage) {
        this.stage = stage;
        this.speed = stage.speed();
        this.reader = PageObject.wide(stage.browser, stage.dashboard.url());
    }

    @BeforeEach
    void begin() {
        speed.forget(List.of());
        speed.story("1", NOW.minusSeconds(600), "IBM wins a contract", "https://news.example/1", "IBM", 0.95, 0.52);
        speed.story("2", NOW.minusSeconds(500), "Banks and IBM in brief", "https://news.example/2", "IBM", 0.21, -0.4);
        speed.story("3", NOW.minusSeconds(400), "Index funds gain", "https://news.example/3", "SPY", 0.8, 0);
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        speed.forget(List.of());
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    /** A row that is seen: the list keeps hidden ones in reserve. */
    private Locator story(String headline) {
        return reader.page
                .locator("tide-news-item")
                .filter(new Locator.FilterOptions().setHasText(headline).setVisible(true));
    }

    @Test
    void a_story_shows_its_source_age_mood_relevance_and_where_to_read_it() {
        reader.open("?symbol=IBM");

        Locator story = story("IBM wins a contract");
        assertThat(story).containsText("Example Wire");
        assertThat(story.locator("tide-age")).hasText(Pattern.compile("\\d+ (s|min|h|d|years).*"));
        assertThat(story.locator(".mood")).hasAttribute("aria-label", "good news, sentiment +0.52");
        assertThat(story.locator(".chips button")).hasText("IBM 95%");
        Locator link = story.locator("a");
        assertThat(link).hasAttribute("href", "https://news.example/1");
        assertThat(link).hasAttribute("rel", "noopener noreferrer");
        assertThat(link).hasAttribute("target", "_blank");
        assertThat(story("Index funds gain")).hasCount(0);
    }

    @Test
    void a_headline_with_markup_is_text_and_an_address_that_is_none_of_the_web_is_no_link() {
        String markup = "<img src=x onerror=\"document.title='owned'\"><b>Bold</b> claim";
        speed.story("evil", NOW, markup, "javascript:document.title='owned'", "IBM", 0.9, -0.7);

        reader.open("?symbol=IBM");

        Locator story = story("Bold");
        assertThat(story.locator(".headline")).hasText(markup);
        assertThat(story.locator("a")).hasCount(0);
        assertThat(story.locator("img")).hasCount(0);
        assertThat(reader.page).hasTitle("IBM · Tidemark");
    }

    @Test
    void a_story_that_arrives_is_on_top_without_a_reload() {
        reader.open("?symbol=IBM");
        assertThat(story("IBM wins a contract")).isVisible();

        speed.story("4", NOW, "IBM buys a rival", "https://news.example/4", "IBM", 0.9, 0.3);

        assertThat(story("IBM buys a rival")).isVisible();
        assertThat(reader.page.locator("tide-news-item").first()).containsText("IBM buys a rival");
        assertThat(reader.page.locator("#news-state")).containsText("LIVE");
    }

    @Test
    void filters_leave_what_is_wanted_and_are_in_the_link() {
        reader.open("?symbol=IBM");
        assertThat(story("in brief")).isVisible();

        reader.page.locator("#news-relevant").click();
        assertThat(story("in brief")).hasCount(0);
        assertThat(story("IBM wins a contract")).isVisible();
        reader.page.locator("#news-all").click();
        assertThat(story("Index funds gain")).isVisible();
        assertThat(reader.page).hasURL(Pattern.compile("[?&]news=all(&|$)"));
        assertThat(reader.page).hasURL(Pattern.compile("[?&]relevance=high(&|$)"));

        story("Index funds gain").locator(".chips button").click();
        reader.awaitSeries("SPY 1m");
    }

    @Test
    void an_alert_rings_and_is_read_in_the_list() {
        reader.open("?symbol=IBM");
        assertThat(reader.page.locator(".bell-count")).isHidden();

        speed.alert("a", "news-burst", "warning", "IBM", NOW, "12 stories in 5 minutes");

        assertThat(reader.page.locator(".bell-count")).hasText("1");
        reader.page.locator("#alerts summary").click();
        assertThat(reader.page.locator(".bell-list")).containsText("12 stories in 5 minutes");
        assertThat(reader.page.locator(".bell-count")).isHidden();
    }

    @Test
    void while_the_database_is_away_stories_stay_and_say_so_and_new_ones_come_afterwards() throws Exception {
        reader.open("?symbol=IBM");
        assertThat(story("IBM wins a contract")).isVisible();

        stage.relay.cut();
        assertThat(reader.page.locator("#news-state")).containsText("OFFLINE");
        assertThat(story("IBM wins a contract")).isVisible();

        speed.story("5", NOW, "IBM after the outage", "https://news.example/5", "IBM", 0.9, 0.3);
        stage.relay.restore();
        assertThat(story("IBM after the outage")).isVisible();
        assertThat(reader.page.locator("#news-state")).containsText("LIVE");
    }
}
