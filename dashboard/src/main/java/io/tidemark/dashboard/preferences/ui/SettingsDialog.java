package io.tidemark.dashboard.preferences.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Kept;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.widget.ModalDialog;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import io.tidemark.dashboard.widget.Toggles;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where a reader sets what the page is like. What is chosen counts at once; there is nothing to confirm. */
public final class SettingsDialog {
    private static final String SHOWN = "shown";
    private static final String HOUR = "hour";
    private static final String NEVER = "never";

    private final ModalDialog dialog = new ModalDialog("settings", Texts.of("settings.title"));
    private final InstantSource clock;
    private final boolean named;
    private final Toggles theme;
    private final Toggles density;
    private final Toggles zone;
    private final Toggles alerts;
    private final Paragraph silence = new Paragraph();
    private final Paragraph state = new Paragraph();
    private final WatchlistEditor watchlist;

    /**
     * Makes a dialog that is closed.
     *
     * @param named whether settings are kept under the reader's name, or else in the browser
     */
    public SettingsDialog(PreferenceChoices choices, InstantSource clock, boolean named) {
        this.clock = clock;
        this.named = named;
        theme = toggles(
                "theme",
                List.of("dark", "light", "system"),
                code -> Theme.of(code).ifPresent(choices::theme));
        density = toggles(
                "density",
                List.of("comfortable", "compact"),
                code -> Density.of(code).ifPresent(choices::density));
        zone = toggles("zone", List.of("utc", "local"), code -> choices.zone(TimeZoneChoice.of(code)));
        alerts = toggles("alerts", List.of(SHOWN, HOUR, NEVER), value -> choices.alerts(silence(value)));
        silence.setId("settings-silence");
        watchlist = new WatchlistEditor(choices);
        state.setId("settings-state");
        state.addClassName("settings-state");
        state.getElement().setAttribute("role", "status");
        dialog.add(
                setting("theme", theme),
                setting("density", density),
                setting("zone", zone),
                setting("alerts", alerts, silence),
                setting("watchlist", watchlist),
                state);
    }

    private static Toggles toggles(String name, List<String> values, Consumer<String> onChoice) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach(value -> labels.put(value, Texts.of("settings." + name + "." + value)));
        return new Toggles("settings-" + name, Texts.of("settings." + name), labels, onChoice);
    }

    private static Div setting(String name, Component... parts) {
        Div setting = new Div(new H3(Texts.of("settings." + name)));
        setting.addClassName("setting");
        setting.add(parts);
        return setting;
    }

    private Silence silence(String value) {
        return switch (value) {
            case HOUR -> Silence.forAnHour(clock.instant());
            case NEVER -> Silence.FOR_GOOD;
            default -> Silence.NONE;
        };
    }

    /** What stands in the page. */
    public ModalDialog dialog() {
        return dialog;
    }

    /** Shows what counts, and how safe it is. A dialog that is closed costs nothing. */
    public void show(Kept kept, List<String> symbols, Moments moments) {
        if (!dialog.opened()) {
            return;
        }
        Preferences preferences = kept.preferences();
        theme.press(preferences.theme().code());
        density.press(preferences.density().code());
        zone.press(preferences.zone().code());
        show(preferences.alerts(), moments);
        watchlist.show(preferences.watchlist(), symbols);
        QuietText.set(state, Texts.of(stateKey(kept.state())));
        state.setClassName("unsafe", kept.state() == Kept.State.UNSAVED || kept.state() == Kept.State.UNREAD);
    }

    private void show(Silence now, Moments moments) {
        boolean silent = now.holdsAt(clock.instant());
        alerts.press(!silent ? SHOWN : now.endless() ? NEVER : HOUR);
        String until = silent && !now.endless()
                ? Texts.of("settings.alerts.until", moments.recent(now.until()))
                : Texts.of(silent ? "settings.alerts.silent" : "settings.alerts.help");
        QuietText.set(silence, until);
    }

    private String stateKey(Kept.State now) {
        return switch (now) {
            case READING -> "settings.state.reading";
            case UNREAD -> "settings.state.unread";
            case SAVING -> "settings.state.saving";
            case UNSAVED -> "settings.state.unsaved";
            case KEPT -> named ? "settings.state.named" : "settings.state.browser";
        };
    }
}
