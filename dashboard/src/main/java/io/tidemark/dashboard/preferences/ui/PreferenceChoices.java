package io.tidemark.dashboard.preferences.ui;

import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.function.UnaryOperator;

/** What a reader sets, wherever on the page that is. */
public interface PreferenceChoices {
    void theme(Theme theme);

    void density(Density density);

    void zone(TimeZoneChoice zone);

    /** A change and not its outcome: what is kept may not be known yet. */
    void watchlist(UnaryOperator<Pins> change);

    void alerts(Silence silence);
}
