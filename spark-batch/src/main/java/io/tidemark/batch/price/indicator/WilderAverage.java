package io.tidemark.batch.price.indicator;

/**
 * Wilder's smoothing: {@code (previous * (n - 1) + x) / n}, where the first value is the simple mean of the first n. Written
 * as {@code previous + (x - previous) / n}, which leaves an average of equal values as it is. Source: J. W. Wilder, "New
 * Concepts in Technical Trading Systems" (1978).
 */
public final class WilderAverage {
    private final int length;
    private final SeedMean seed;
    private double average = Double.NaN;

    /** An average of so many values; at least one. */
    public WilderAverage(int length) {
        this.length = length;
        this.seed = new SeedMean(length);
    }

    /** Adds a value, which must be finite. */
    public void add(double value) {
        if (Double.isNaN(average)) {
            average = seed.add(value);
        } else {
            average += (value - average) / length;
        }
    }

    /** The average, in the unit of the values; NaN until n values are there. */
    public double value() {
        return average;
    }
}
