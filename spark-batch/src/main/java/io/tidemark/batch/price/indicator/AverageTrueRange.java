package io.tidemark.batch.price.indicator;

/**
 * True range, the greatest of {@code high - low}, {@code |high - previous close|} and {@code |low - previous close|}, and its
 * average by Wilder's smoothing. The first day's range is {@code high - low}. Source: J. W. Wilder, "New Concepts in
 * Technical Trading Systems" (1978).
 */
public final class AverageTrueRange {
    private final WilderAverage average;
    private double previousClose = Double.NaN;
    private double range = Double.NaN;

    /** An average of so many ranges. */
    public AverageTrueRange(int length) {
        average = new WilderAverage(length);
    }

    /** Adds a day; without a high or a low it has no range and leaves the average as it was. */
    public void add(double high, double low, double close) {
        range = high - low;
        if (!Double.isNaN(range)) {
            if (!Double.isNaN(previousClose)) {
                range = Math.max(range, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
            }
            average.add(range);
        }
        previousClose = close;
    }

    /** The last day's range, a price; NaN when it has none. */
    public double range() {
        return range;
    }

    /** The average, a price; NaN until n ranges are there. */
    public double value() {
        return average.value();
    }
}
