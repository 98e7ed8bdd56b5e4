package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The age of something, counted on in the browser: it costs the server nothing while nothing happens. */
@Tag("tide-age")
@JsModule("./facts/data-age.ts")
public final class DataAge extends Component implements HasStyle {
    private final InstantSource clock;

    /** Tells an age: 12 s ago. */
    public static DataAge ago(InstantSource clock) {
        DataAge age = new DataAge(clock);
        age.getElement().setProperty("suffix", " ago");
        return age;
    }

    /** Tells LIVE, DELAYED, STALE or OFFLINE. */
    public static DataAge state(InstantSource clock, DashboardSettings.Freshness freshness) {
        DataAge age = new DataAge(clock);
        age.getElement().setProperty("delayedAfter", (double) freshness.live().toSeconds());
        age.getElement().setProperty("staleAfter", (double) freshness.delayed().toSeconds());
        return age;
    }

    private DataAge(InstantSource clock) {
        this.clock = clock;
    }

    public void setSince(Optional<Instant> since) {
        double millis = since.map(instant -> (double) instant.toEpochMilli()).orElse(0.0);
        if (getElement().getProperty("since", 0.0) != millis) {
            getElement().setProperty("now", (double) clock.millis());
            getElement().setProperty("since", millis);
        }
    }

    public void setOffline(boolean offline) {
        getElement().setProperty("offline", offline);
    }
}
