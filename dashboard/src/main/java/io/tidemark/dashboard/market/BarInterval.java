package io.tidemark.dashboard.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The lengths of bars that are served, and how much of each a chart loads at first. */
public enum BarInterval {
    MINUTE("1m", Duration.ofDays(2)),
    FIVE_MINUTES("5m", Duration.ofDays(7)),
    QUARTER_HOUR("15m", Duration.ofDays(21)),
    HOUR("1h", Duration.ofDays(90)),
    DAY("1d", Duration.ofDays(3 * 365));

    private final String code;
    private final Duration firstWindow;

    BarInterval(String code, Duration firstWindow) {
        this.code = code;
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

    /** Time back from the newest trade that a chart shows before anyone scrolls. */
    public Duration firstWindow() {
        return firstWindow;
    }
}
