package io.tidemark.dashboard.preferences;

import io.tidemark.dashboard.widget.TimeZoneChoice;

/** What a reader has set. */
public record Preferences(Theme theme, Density density, TimeZoneChoice zone, Pins watchlist, Silence alerts) {
    /** Of a reader who has set nothing. */
    public static final Preferences USUAL =
            new Preferences(Theme.SYSTEM, Density.COMFORTABLE, TimeZoneChoice.UTC, Pins.NONE, Silence.NONE);

    public Preferences withTheme(Theme other) {
        return new Preferences(other, density, zone, watchlist, alerts);
    }

    public Preferences withDensity(Density other) {
        return new Preferences(theme, other, zone, watchlist, alerts);
    }

    public Preferences withZone(TimeZoneChoice other) {
        return new Preferences(theme, density, other, watchlist, alerts);
    }

    public Preferences withWatchlist(Pins other) {
        return new Preferences(theme, density, zone, other, alerts);
    }

    public Preferences withAlerts(Silence other) {
        return new Preferences(theme, density, zone, watchlist, other);
    }
}
