package io.tidemark.dashboard.page;

import io.tidemark.dashboard.market.BarInterval;
import java.time.Duration;
import java.util.Arrays;

/** Spans up to the newest bar that a reader can ask for, each with the bars that show it well. */
enum ChartRange {
    /** As many bars as are well seen. */
    USUAL("", Duration.ZERO, BarInterval.MINUTE),
    DAY("1d", Duration.ofDays(1), BarInterval.MINUTE),
    WEEK("5d", Duration.ofDays(7), BarInterval.FIVE_MINUTES),
    MONTH("1m", Duration.ofDays(30), BarInterval.QUARTER_HOUR),
    QUARTER("3m", Duration.ofDays(91), BarInterval.HOUR),
    YEAR("1y", Duration.ofDays(365), BarInterval.DAY),
    ALL("all", Duration.ofDays(36_500), BarInterval.DAY);

    private final String code;
    private final Duration span;
    private final BarInterval interval;

    ChartRange(String code, Duration span, BarInterval interval) {
        this.code = code;
        this.span = span;
        this.interval = interval;
    }

    /** The range that a link names; the usual one when it names none. */
    static ChartRange of(String code) {
        return Arrays.stream(values())
                .filter(range -> range.code.equals(code))
                .findFirst()
                .orElse(USUAL);
    }

    String code() {
        return code;
    }

    /** How much is shown up to the newest bar; five trading days are a week. Zero for the usual. */
    Duration span() {
        return span;
    }

    /** Bars of this length are drawn when the range is chosen. */
    BarInterval interval() {
        return interval;
    }
}
