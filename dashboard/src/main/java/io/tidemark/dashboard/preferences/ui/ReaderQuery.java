package io.tidemark.dashboard.preferences.ui;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.widget.ReaderChoices;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.List;
import java.util.Optional;

/**
 * What a view's address says of zone and theme, and what the reader prefers where it says nothing. The address wins, and
 * links within the view say of both what it said, so that a preference is never taken for a part of a link.
 */
public final class ReaderQuery {
    private static final String ZONE = "zone";
    private static final String THEME = "theme";

    private QueryParameters link = QueryParameters.empty();
    private Preferences preferences = Preferences.USUAL;

    /** The view's address is this. */
    public void at(QueryParameters address) {
        link = address;
    }

    /** The reader prefers this. */
    public void prefer(Preferences preferred) {
        preferences = preferred;
    }

    /** The address with what the reader prefers. */
    public QueryParameters inEffect() {
        return link.merging(ZONE, zone().code());
    }

    public TimeZoneChoice zone() {
        return zoneIn(link).orElse(preferences.zone());
    }

    /** dark or light if the address says so, else empty. */
    public String linkedTheme() {
        return ReaderChoices.of(link).theme();
    }

    /** The query that leads to what is wanted. */
    public QueryParameters leadingTo(QueryParameters wanted) {
        QueryParameters query = wanted.excluding(ZONE, THEME);
        for (String name : List.of(ZONE, THEME)) {
            Optional<String> said = link.getSingleParameter(name);
            query = said.isPresent() ? query.merging(name, said.get()) : query;
        }
        return query;
    }

    private static Optional<TimeZoneChoice> zoneIn(QueryParameters query) {
        String said = query.getSingleParameter(ZONE).orElse("");
        TimeZoneChoice zone = TimeZoneChoice.of(said);
        return zone.code().equals(said) ? Optional.of(zone) : Optional.empty();
    }
}
