package io.tidemark.batch.news;

import io.tidemark.batch.bars.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The closes of one symbol's minutes of a date, those with a close only. Times are epoch ms. */
final class MinutePrices {
    private static final int NONE = -1;

    private final long[] starts;
    private final double[] closes;

    private MinutePrices(long[] starts, double[] closes) {
        this.starts = starts;
        this.closes = closes;
    }

    /**
     * Of rows in the order of their times.
     *
     * @param bars with the start in column 1 and the close in column 2
     */
    static MinutePrices of(Iterator<Row> bars) {
        List<Row> rows = new ArrayList<>();
        bars.forEachRemaining(rows::add);
        return new MinutePrices(
                rows.stream().mapToLong(row -> row.getLong(1)).toArray(),
                rows.stream().mapToDouble(row -> row.getDouble(2)).toArray());
    }

    /** The last bar that had ended by an instant, or a negative number. */
    int endedBy(long instant) {
        return startedBy(instant - Interval.ONE_MINUTE.millis());
    }

    /** The last bar that ended after one instant and not after another, or a negative number. */
    int endedWithin(long after, long until) {
        int bar = endedBy(until);
        return bar > endedBy(after) ? bar : NONE;
    }

    /** The first bar that starts at an instant or later, or a negative number. */
    int startingFrom(long instant) {
        int bar = startedBy(instant - 1) + 1;
        return bar < starts.length ? bar : NONE;
    }

    /** When a bar starts. */
    long start(int bar) {
        return starts[bar];
    }

    /** Close of a bar, NaN of none. */
    double close(int bar) {
        return bar < 0 ? Double.NaN : closes[bar];
    }

    private int startedBy(long instant) {
        int found = Arrays.binarySearch(starts, instant);
        return found >= 0 ? found : -found - 2;
    }
}
