package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.preferences.ui.PagePreferences;
import io.tidemark.dashboard.preferences.ui.PreferenceChoices;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.function.UnaryOperator;

/** What a reader sets on this page. What the page's address said of it before counts no longer: it would win. */
final class ReaderActions implements PreferenceChoices {
    private final PagePreferences preferences;

    ReaderActions(PagePreferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public void theme(Theme theme) {
        preferences.change(before -> before.withTheme(theme));
        leaveOut("theme");
    }

    @Override
    public void zone(TimeZoneChoice zone) {
        preferences.change(before -> before.withZone(zone));
        leaveOut("zone");
    }

    @Override
    public void density(Density density) {
        preferences.change(before -> before.withDensity(density));
    }

    @Override
    public void watchlist(UnaryOperator<Pins> change) {
        preferences.change(before -> before.withWatchlist(change.apply(before.watchlist())));
    }

    @Override
    public void alerts(Silence silence) {
        preferences.change(before -> before.withAlerts(silence));
    }

    private static void leaveOut(String name) {
        Location at = UI.getCurrent().getActiveViewLocation();
        var query = at.getQueryParameters();
        if (query.getSingleParameter(name).isPresent()) {
            UI.getCurrent().navigate(at.getPath(), query.excluding(name));
        }
    }
}
