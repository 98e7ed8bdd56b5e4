package io.tidemark.dashboard.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.widget.TimeZoneChoice;
import org.junit.jupiter.api.Test;

class BrowserPreferencesTest {
    private final BrowserPreferences browser = new BrowserPreferences();

    @Test
    void what_the_browser_keeps_counts_under_what_was_changed_before_it_was_told() {
        browser.change(before -> before.withZone(TimeZoneChoice.LOCAL));
        browser.change(before -> before.withDensity(Density.COMPACT));
        assertThat(browser.current().known()).isFalse();

        browser.learn(Preferences.USUAL.withTheme(Theme.DARK));

        assertThat(browser.current())
                .isEqualTo(new Kept(
                        Preferences.USUAL
                                .withTheme(Theme.DARK)
                                .withZone(TimeZoneChoice.LOCAL)
                                .withDensity(Density.COMPACT),
                        Kept.State.KEPT));
    }

    @Test
    void a_second_page_of_the_browser_has_nothing_to_tell() {
        browser.learn(Preferences.USUAL);
        browser.change(before -> before.withTheme(Theme.LIGHT));

        browser.learn(Preferences.USUAL.withTheme(Theme.DARK));

        assertThat(browser.current().preferences().theme()).isEqualTo(Theme.LIGHT);
    }
}
