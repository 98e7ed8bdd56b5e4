package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.preferences.BrowserPreferences;
import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.shell.Shell;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.ModalDialog;
import io.tidemark.dashboard.widget.SwitchedPush;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Settings of a reader without a name, on the view of the market. */
@ViewPackages(classes = MarketView.class)
@ContextConfiguration(classes = FakeMarket.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SettingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeServing serving;

    @Autowired
    private MarketFeed feed;

    @BeforeEach
    void fill() {
        serving.holds("AIG", BarInterval.MINUTE, 48)
                .holds("IBM", BarInterval.MINUTE, 180)
                .holds("SPY", BarInterval.MINUTE, 166);
        UI.getCurrent().getInternals().setPushConnection(new SwitchedPush());
        feed.poll();
    }

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate(MarketView.class, QueryParameters.simple(query));
        settle();
    }

    private void settle() {
        feed.poll();
        roundTrip();
    }

    private <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    private void click(String id) {
        test(part(Button.class, id)).click();
        settle();
    }

    private void pin(String symbol) {
        part(Choice.class, "pin-symbol").choose(symbol);
        click("pin");
    }

    /** Presses a button of the row of a pinned symbol. */
    private void click(String symbol, String what) {
        Component row = pins().getChildren()
                .filter(each -> each.getElement().getTextRecursively().startsWith(symbol))
                .findFirst()
                .orElseThrow();
        test(row.getChildren()
                        .filter(each -> each instanceof Button button && button.hasClassName(what))
                        .map(Button.class::cast)
                        .findFirst()
                        .orElseThrow())
                .click();
        settle();
    }

    private OrderedList pins() {
        return part(OrderedList.class, "pins");
    }

    private Preferences preferences() {
        return VaadinSession.getCurrent()
                .getAttribute(BrowserPreferences.class)
                .current()
                .preferences();
    }

    @SuppressWarnings("unchecked") // the one grid of the page holds symbols
    private List<String> rows() {
        return ((Grid<String>) find(Grid.class).single())
                .getListDataView()
                .getItems()
                .toList();
    }

    private String query() {
        return UI.getCurrent()
                .getInternals()
                .getActiveViewLocation()
                .getQueryParameters()
                .getQueryString();
    }

    private boolean pressed(String id) {
        return "true".equals(part(Button.class, id).getElement().getAttribute("aria-pressed"));
    }

    @Test
    void the_dialog_opens_from_the_header_and_shows_what_counts() {
        open(Map.of());
        assertThat(find(ModalDialog.class).withId("settings").single().opened()).isFalse();

        click("open-settings");

        assertThat(find(ModalDialog.class).withId("settings").single().opened()).isTrue();
        assertThat(pressed("settings-theme-system")).isTrue();
        assertThat(pressed("settings-zone-utc")).isTrue();
        assertThat(pressed("settings-density-comfortable")).isTrue();
        assertThat(pressed("settings-alerts-shown")).isTrue();
        assertThat(pressed("settings-others-below")).isTrue();
        click("settings-close");
        assertThat(find(ModalDialog.class).withId("settings").single().opened()).isFalse();
    }

    @Test
    void what_is_chosen_counts_at_once() {
        open(Map.of());
        click("open-settings");

        click("settings-zone-local");
        click("settings-density-compact");
        click("settings-theme-light");

        assertThat(part(Button.class, "zone").getText()).isEqualTo("Local");
        assertThat(find(Shell.class).single().hasClassName("compact")).isTrue();
        assertThat(preferences())
                .isEqualTo(Preferences.USUAL
                        .withZone(TimeZoneChoice.LOCAL)
                        .withDensity(Density.COMPACT)
                        .withTheme(Theme.LIGHT));
        assertThat(query()).doesNotContain("zone", "theme");
    }

    @Test
    void the_header_changes_the_same_setting() {
        open(Map.of("symbol", "IBM"));

        click("zone");

        assertThat(preferences().zone()).isEqualTo(TimeZoneChoice.LOCAL);
        assertThat(part(Button.class, "zone").getText()).isEqualTo("Local");
        assertThat(query()).isEqualTo("symbol=IBM");
    }

    @Test
    void a_link_wins_and_changes_no_setting_until_the_reader_chooses() {
        open(Map.of("zone", "local"));
        assertThat(part(Button.class, "zone").getText()).isEqualTo("Local");
        assertThat(preferences()).isEqualTo(Preferences.USUAL);

        click("zone");

        assertThat(part(Button.class, "zone").getText()).isEqualTo("UTC");
        assertThat(query()).doesNotContain("zone");
    }

    @Test
    void pinned_symbols_stand_first_in_their_order() {
        open(Map.of());
        click("open-settings");

        pin("SPY");
        pin("IBM");

        assertThat(rows()).containsExactly("SPY", "IBM", "AIG");
        assertThat(part(H2.class, "symbol").getText()).isEqualTo("SPY");
        click("IBM", "up");
        assertThat(rows()).containsExactly("IBM", "SPY", "AIG");
        click("SPY", "remove");
        assertThat(rows()).containsExactly("IBM", "AIG", "SPY");
    }

    @Test
    void the_others_are_hidden_by_choice_and_found_by_the_search() {
        open(Map.of());
        click("open-settings");
        pin("SPY");

        click("settings-others-hidden");

        assertThat(rows()).containsExactly("SPY");
        test(part(com.vaadin.flow.component.textfield.TextField.class, "search"))
                .setValue("a");
        settle();
        assertThat(rows()).containsExactly("AIG");
        assertThat(preferences().watchlist()).isEqualTo(new Pins(List.of("SPY"), true));
    }

    @Test
    void silence_of_alerts_is_seen_at_the_bell_and_undone_in_the_settings() {
        open(Map.of());
        click("open-settings");
        click("settings-alerts-hour");

        assertThat(preferences().alerts()).isEqualTo(Silence.forAnHour(FakeMarket.NOW));
        assertThat(part(Paragraph.class, "settings-silence").getText()).contains("until");
        assertThat(part(Paragraph.class, "alerts-silent").getText()).contains("16:30:00");

        click("settings-alerts-shown");
        assertThat(preferences().alerts()).isEqualTo(Silence.NONE);
        assertThat(find(Paragraph.class).withId("alerts-silent").exists()).isFalse();
    }
}
