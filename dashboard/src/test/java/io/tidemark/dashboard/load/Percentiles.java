package io.tidemark.dashboard.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Durations as people read them. */
final class Percentiles {
    private Percentiles() {}

    static Histogram of(List<Duration> durations) {
        Histogram histogram = SeenPrices.histogram();
        durations.forEach(duration -> histogram.recordValue(duration.toNanos() / 1000));
        return histogram;
    }

    /** A percentile in milliseconds of a histogram of microseconds. */
    static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /** Median, p95, p99 and the greatest. */
    static String describe(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "p50 %,.1f ms, p95 %,.1f ms, p99 %,.1f ms, max %,.1f ms of %,d",
                millis(micros, 50),
                millis(micros, 95),
                millis(micros, 99),
                micros.getMaxValue() / 1000.0,
                micros.getTotalCount());
    }
}
