package io.tidemark.dashboard.load;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Tells how soon Chromium showed something. */
final class PaintReport {
    private final PrintStream out;

    PaintReport(PrintStream out) {
        this.out = out;
    }

    /** Prints visits and returns the median first paint with an empty cache, in milliseconds. */
    double print(String when, FirstPaint.Visits visits) {
        out.println("Chromium, " + when + ":");
        double median = line("empty cache", visits.cold());
        line("again", visits.warm());
        return median;
    }

    private double line(String name, List<FirstPaint.Visit> visits) {
        Histogram paints =
                Percentiles.of(visits.stream().map(FirstPaint.Visit::paint).toList());
        Histogram loaded =
                Percentiles.of(visits.stream().map(FirstPaint.Visit::loaded).toList());
        out.println(String.format(
                Locale.ROOT,
                "  %-12s first paint p50 %,.0f ms, max %,.0f ms; candles and quotes p50 %,.0f ms, max %,.0f ms; %,.0f kB"
                        + " each of %d",
                name,
                Percentiles.millis(paints, 50),
                Percentiles.millis(paints, 100),
                Percentiles.millis(loaded, 50),
                Percentiles.millis(loaded, 100),
                visits.stream().mapToLong(FirstPaint.Visit::bytes).average().orElse(0) / 1000,
                visits.size()));
        return Percentiles.millis(paints, 50);
    }
}
