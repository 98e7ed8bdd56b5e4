package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.dashboard.serving.EmbeddedServing;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings of readers who sign in and of those who do not, with the packaged program over a real database. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {
    private static final String PASSWORD = "for settings";

    private final Stage stage;
    private DatabaseRelay relay;
    private DashboardProcess dashboard;

    SettingsIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void start() throws Exception {
        String hash = DashboardProcess.hash(PASSWORD);
        relay = new DatabaseRelay(stage.serving.port());
        dashboard = DashboardProcess.serve(
                EmbeddedServing.url("market", relay.port()),
                EmbeddedServing.PASSWORD,
                List.of("--login.users=ada=" + hash + ",bob=" + hash + ",eve=" + hash));
    }

    @AfterAll
    void stop() throws Exception {
        dashboard.close();
        relay.close();
    }

    private PageObject signIn(String name) {
        PageObject reader = PageObject.wide(stage.browser, dashboard.url());
        reader.visit("");
        signIn(reader, name);
        return reader;
    }

    private static void signIn(PageObject reader, String name) {
        reader.page.locator("#login-username").fill(name);
        reader.page.locator("#login-password").fill(PASSWORD);
        reader.page.locator("#login-submit").click();
        reader.awaitBars(1);
    }

    private static Locator set(PageObject reader, String what) {
        Locator button = reader.page.locator("#settings-" + what);
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "true");
        return button;
    }

    private static void pin(PageObject reader, String symbol) {
        reader.page.locator("#pin-symbol").selectOption(symbol);
        reader.page.locator("#pin").click();
        assertThat(reader.page.locator("#pins .pin").last()).containsText(symbol);
    }

    private static void openSettings(PageObject reader) {
        reader.page.locator("#open-settings").click();
        assertThat(reader.page.locator("#settings")).isVisible();
    }

    /** Rows that are seen: the grid keeps hidden ones in reserve. */
    private static Locator rows(PageObject reader) {
        return reader.page.locator("#watchlist tide-spark-line").filter(new Locator.FilterOptions().setVisible(true));
    }

    private static void awaitTheme(PageObject reader, String theme) {
        reader.page.waitForFunction("theme => document.documentElement.getAttribute('theme') === theme", theme);
    }

    @Test
    void what_is_set_counts_on_all_pages_of_the_reader_and_after_the_next_login_and_for_nobody_else() {
        try (PageObject ada = signIn("ada");
                PageObject elsewhere = signIn("ada");
                PageObject bob = signIn("bob")) {
            openSettings(ada);
            set(ada, "theme-dark");
            set(ada, "zone-local");
            set(ada, "density-compact");
            pin(ada, "SPY");
            set(ada, "others-hidden");

            awaitTheme(ada, "dark");
            awaitTheme(elsewhere, "dark");
            assertThat(elsewhere.page.locator("#zone")).hasText("Local");
            assertThat(elsewhere.page.locator(".shell.compact")).isVisible();
            assertThat(rows(elsewhere)).hasCount(1);
            assertThat(rows(elsewhere)).hasJSProperty("symbol", "SPY");
            assertThat(ada.page.locator("#settings-state")).containsText("Saved under your name");

            picture(ada, "settings-wide");
            picture(elsewhere, "compact");
            ada.page.locator("#settings-close").click();
            ada.page.locator("#leave").click();
            assertThat(ada.page.locator("#login-username")).isVisible();
            try (PageObject later = signIn("ada")) {
                awaitTheme(later, "dark");
                assertThat(later.page.locator("#zone")).hasText("Local");
                assertThat(later.page.locator("#symbol")).hasText("SPY");
                later.open("?zone=utc&theme=light");
                awaitTheme(later, "light");
                assertThat(later.page.locator("#zone")).hasText("UTC");
                later.open("");
                awaitTheme(later, "dark");
                assertThat(later.page.locator("#zone")).hasText("Local");
                assertThat(later.complaints()).isEmpty();
            }

            // What the system of this browser prefers.
            assertThat(bob.theme()).isEqualTo("light");
            assertThat(bob.page.locator("#zone")).hasText("UTC");
            assertThat(rows(bob)).hasCount(3);
            try (PageObject bobsNext = signIn("bob")) {
                assertThat(bobsNext.page.locator("#zone")).hasText("UTC");
                assertThat(bobsNext.page.locator(".shell.compact")).hasCount(0);
            }
            assertThat(ada.complaints()).isEmpty();
            assertThat(elsewhere.complaints()).isEmpty();
        }
    }

    @Test
    void while_the_database_is_away_the_page_opens_settings_count_and_are_saved_when_it_is_back() throws Exception {
        try (PageObject eve = signIn("eve")) {
            relay.cut();
            eve.visit("pipeline");
            openSettings(eve);
            set(eve, "zone-local");
            assertThat(eve.page.locator("#zone")).hasText("Local");
            assertThat(eve.page.locator("#settings-state.unsafe")).containsText("this session");

            relay.restore();

            assertThat(eve.page.locator("#settings-state")).containsText("Saved under your name");
            assertThat(eve.page.locator("#zone")).hasText("Local");
        }
    }

    @Test
    void the_browser_keeps_the_settings_of_a_reader_without_a_name() {
        try (PageObject reader = PageObject.wide(stage.browser, stage.dashboard.url());
                PageObject stranger = PageObject.wide(stage.browser, stage.dashboard.url())) {
            reader.open("");
            openSettings(reader);
            set(reader, "zone-local");
            set(reader, "theme-dark");
            assertThat(reader.page.locator("#settings-state")).containsText("in this browser");
            reader.page.waitForFunction("() => localStorage.getItem('tidemark.settings')?.includes('local')");

            // Without the session's cookie it is another session, as on another day.
            reader.page.context().clearCookies();
            reader.open("");
            assertThat(reader.page.locator("#zone")).hasText("Local");
            assertThat(reader.theme()).isEqualTo("dark");
            stranger.open("");
            assertThat(stranger.theme()).isEqualTo("light");
            assertThat(stranger.page.locator("#zone")).hasText("UTC");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void the_dialog_is_used_by_keyboard_alone_and_gives_the_focus_back() {
        try (PageObject reader = PageObject.wide(stage.browser, stage.dashboard.url())) {
            reader.open("");
            reader.page.locator("#open-settings").focus();
            reader.page.keyboard().press("Enter");
            assertThat(reader.page.locator("#settings")).isVisible();
            assertThat(reader.page.getByRole(AriaRole.DIALOG)).hasAccessibleName("Settings");
            for (String symbol : List.of("IBM", "SPY")) {
                pin(reader, symbol);
            }

            reader.page.locator("#pins .pin").last().locator(".up").focus();
            reader.page.keyboard().press("Enter");

            assertThat(reader.page.locator("#pins .pin").first()).containsText("SPY");
            assertThat(reader.page.locator("#pins .pin").first().locator(".up")).isFocused();
            reader.page.keyboard().press("Escape");
            assertThat(reader.page.locator("#settings")).isHidden();
            assertThat(reader.page.locator("#open-settings")).isFocused();
            assertThat(reader.page).not().hasURL(Pattern.compile("zone|theme"));
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void the_header_of_who_has_signed_in_fits_a_phone() {
        try (PageObject bob = PageObject.narrow(stage.browser, dashboard.url())) {
            bob.visit("");
            signIn(bob, "bob");
            assertThat(bob.page.locator("#leave")).isVisible();
            picture(bob, "header");
            assertThat((Boolean) bob.page.evaluate(
                            "document.querySelector('#leave').getBoundingClientRect().right <= innerWidth"))
                    .isTrue();
        }
    }

    /** A picture to look at, when asked for by -Dtidemark.pictures. */
    private static void picture(PageObject reader, String name) {
        if (System.getProperty("tidemark.pictures") != null) {
            reader.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
        }
    }

    @Test
    void the_dialog_has_no_serious_fault_of_accessibility_and_fits_a_phone() {
        for (String theme : List.of("dark", "light")) {
            try (PageObject reader = PageObject.narrow(stage.browser, stage.dashboard.url())) {
                reader.open("?theme=" + theme);
                openSettings(reader);
                pin(reader, "SPY");
                set(reader, "density-compact");
                assertThat(reader.page.locator("#pins .pin")).hasCount(1);
                assertThat(reader.seriousViolations()).as(theme).isEmpty();
                assertThat((Boolean) reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"
                                + " && document.querySelector('#settings').scrollWidth <= innerWidth"))
                        .isTrue();
                picture(reader, "settings-" + theme);
            }
        }
    }
}
