package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone of the reader's clock, as the browser tells it; UTC when it does not. */
public final class ReaderZone {

    private ReaderZone() {}

    public static ZoneId of(TimeZoneChoice choice) {
        UI ui = UI.getCurrent();
        if (choice == TimeZoneChoice.UTC || ui == null) {
            return ZoneOffset.UTC;
        }
        ExtendedClientDetails client = ui.getPage().getExtendedClientDetails();
        try {
            return client == null || client.getTimeZoneId() == null
                    ? ZoneOffset.UTC
                    : ZoneId.of(client.getTimeZoneId());
        } catch (DateTimeException e) {
            // A browser may know a zone that this JDK does not.
            return ZoneOffset.ofTotalSeconds(client.getTimezoneOffset() / 1000);
        }
    }
}
