package io.tidemark.dashboard.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The lengths of bars that are served, and how much of each a chart loads at first. */
public enum BarInterval {
    MINUTE("1m", Duration.ofMinutes(1), Duration.ofDays(2)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5), Duration.ofDays(7)),
    QUARTER_HOUR("15m", Duration.ofMinutes(15), Duration.ofDays(21)),
    HOUR("1h", Duration.ofHours(1), Duration.ofDays(90)),
    DAY("1d", Duration.ofDays(1), Duration.ofDays(3 * 365));

    private final String code;
    private final Duration length;
    private final Duration firstWindow;

    BarInterval(String code, Duration length, Duration firstWindow) {
        this.code = code;
        this.length = length;
        this.firstWindow = firstWindow;
    }

    /** The interval of a code such as {@code 5m}. */
    public static Optional<BarInterval> of(String code) {
        return Arrays.stream(values())
                .filter(interval -> interval.code.equals(code))
                .findFirst();
    }

    /** How the interval is named in the database and in links. */
    public String code() {
        return code;
    }

    /** How long a bar is. */
    public Duration length() {
        return length;
    }

    /** Start of the bar that an instant is in; bars are cut in UTC. */
    public Instant bucketOf(Instant instant) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    /** Time back from the newest trade that a chart shows before anyone scrolls. */
    public Duration firstWindow() {
        return firstWindow;
    }
}
