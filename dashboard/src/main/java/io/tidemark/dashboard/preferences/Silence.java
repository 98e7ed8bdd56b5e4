package io.tidemark.dashboard.preferences;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when alerts do not pop up. They are counted by the bell all the same.
 *
 * @param until {@link Instant#MIN} for no silence, {@link Instant#MAX} for one without an end
 */
public record Silence(Instant until) {
    /** Alerts pop up. */
    public static final Silence NONE = new Silence(Instant.MIN);

    /** Alerts do not pop up until the reader says otherwise. */
    public static final Silence FOR_GOOD = new Silence(Instant.MAX);

    private static final Duration HOUR = Duration.ofHours(1);

    public static Silence forAnHour(Instant now) {
        return new Silence(now.plus(HOUR));
    }

    public boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }

    public boolean endless() {
        return until.equals(Instant.MAX);
    }
}
