package io.tidemark.dashboard.widget;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/**
 * What the address of every view says.
 *
 * @param theme dark or light; empty for the reader's own choice
 */
public record ReaderChoices(TimeZoneChoice zone, String theme) {
    /** What an address says; what cannot be read counts as left out. */
    public static ReaderChoices of(QueryParameters query) {
        String theme = query.getSingleParameter("theme").orElse("");
        return new ReaderChoices(
                TimeZoneChoice.of(query.getSingleParameter("zone").orElse("")),
                theme.equals("dark") || theme.equals("light") ? theme : "");
    }

    /** Adds what is not usual. */
    public void putInto(Map<String, String> query) {
        if (zone == TimeZoneChoice.LOCAL) {
            query.put("zone", zone.code());
        }
        if (!theme.isEmpty()) {
            query.put("theme", theme);
        }
    }
}
