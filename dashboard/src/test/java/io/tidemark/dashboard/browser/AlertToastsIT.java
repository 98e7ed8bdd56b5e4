package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.tidemark.dashboard.serving.TestSpeed;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alerts that pop up, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
class AlertToastsIT {
    private static final Instant NOW = Stage.TODAY.plusSeconds(4 * 3600);

    private final TestSpeed speed;
    private final PageObject reader;

    AlertToastsIT(Stage stage) {
        this.speed = stage.speed();
        this.reader = PageObject.wide(stage.browser, stage.dashboard.url());
    }

    @BeforeEach
    void begin() {
        speed.forget(List.of());
        speed.alert("old", "news-burst", "warning", "IBM", NOW.minusSeconds(60), "before the page");
    }

    @AfterEach
    void leave() {
        List<String> complaints = List.copyOf(reader.complaints());
        reader.close();
        speed.forget(List.of());
        assertThat(complaints).as("what the browser's console complains of").isEmpty();
    }

    private void open(String query) {
        reader.open(query);
        assertThat(reader.page.locator(".bell-count")).isVisible();
    }

    private Locator toasts() {
        return reader.page.locator(".toast:not(.toast-more)");
    }

    /** Holds them where they are, as reading them does. */
    private void pointAtThem() {
        toasts().first().hover();
    }

    @Test
    void a_new_alert_pops_up_as_text_and_goes_by_itself() {
        open("");
        assertThat(toasts()).hasCount(0);

        String markup = "<img src=x onerror=\"document.title='owned'\"><b>12</b> stories";
        speed.alert("a", "news-burst", "critical", "IBM", NOW, markup);

        assertThat(toasts()).hasCount(1);
        assertThat(toasts()).hasAttribute("role", "alert");
        assertThat(toasts().locator(".alert-message")).hasText(markup);
        assertThat(toasts().locator("img")).hasCount(0);
        assertThat(toasts()).not().containsText("before the page");
        assertThat(reader.page.locator(".bell-count")).hasText("2");
        assertThat(toasts()).hasCount(0);
        assertThat(reader.page).not().hasTitle("owned");
    }

    @Test
    void a_few_pop_up_at_a_time_and_stay_while_they_are_pointed_at() {
        open("");
        for (int i = 0; i < 5; i++) {
            speed.alert("many " + i, "news-burst", "info", "IBM", NOW, "number " + i);
        }

        assertThat(toasts()).hasCount(3);
        pointAtThem();
        assertThat(reader.page.locator(".toast-more")).hasText("and 2 more, see the bell");
        assertThat(toasts().first()).hasCSS("animation-play-state", Pattern.compile("paused.*"));

        for (int left = 2; left >= 0; left--) {
            toasts().first().locator(".toast-close").click();
            assertThat(toasts()).hasCount(left);
        }
        assertThat(reader.page.locator(".toast-more")).isHidden();
    }

    @Test
    void silence_is_chosen_at_an_alert_seen_at_the_bell_and_undone_in_the_settings() {
        open("");
        speed.alert("a", "news-burst", "warning", "IBM", NOW, "first");
        assertThat(toasts()).hasCount(1);
        toasts().locator(".silence-hour").click();
        assertThat(toasts()).hasCount(0);
        assertThat(reader.page.locator("#alerts.silent .for-ears")).containsText("No alert pops up until");

        speed.alert("b", "news-burst", "warning", "IBM", NOW, "unheard");
        assertThat(reader.page.locator(".bell-count")).hasText("3");
        assertThat(toasts()).hasCount(0);
        reader.page.locator("#alerts summary").click();
        assertThat(reader.page.locator("#alerts-silent")).isVisible();
        reader.page.locator("#alerts summary").click();

        reader.page.locator("#open-settings").click();
        assertThat(reader.page.locator("#settings-alerts-hour")).hasAttribute("aria-pressed", "true");
        reader.page.locator("#settings-alerts-shown").click();
        assertThat(reader.page.locator("#settings-alerts-shown")).hasAttribute("aria-pressed", "true");
        reader.page.locator("#settings-close").click();
        assertThat(reader.page.locator("#alerts.silent")).hasCount(0);
        speed.alert("c", "news-burst", "warning", "IBM", NOW, "heard");
        assertThat(toasts()).hasCount(1);
        assertThat(toasts()).containsText("heard");

        toasts().locator(".silence-good").click();
        assertThat(reader.page.locator("#alerts.silent .for-ears")).containsText("until you change that");
    }

    @Test
    void who_wants_less_motion_sees_none_and_nothing_is_inaccessible() {
        for (String theme : List.of("dark", "light")) {
            reader.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            open("?theme=" + theme);
            for (int i = 0; i < 4; i++) {
                speed.alert(theme + i, "price-move", "critical", "IBM", NOW, "number " + i);
            }
            assertThat(toasts()).hasCount(3);
            pointAtThem();
            assertThat(reader.page.locator(".toast-more")).isVisible();
            assertThat(toasts().first()).hasCSS("animation-name", "toast-life");
            assertThat(reader.seriousViolations()).as(theme).isEmpty();
            if (System.getProperty("tidemark.pictures") != null) {
                reader.page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "toasts-" + theme + ".png")));
            }
        }
    }
}
