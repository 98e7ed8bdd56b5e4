package io.tidemark.batch.price.indicator;

/**
 * Exponential moving average with {@code alpha = 2 / (n + 1)}: {@code ema += alpha * (x - ema)}, where the first value is the
 * simple mean of the first n. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors" (2005); the seed is
 * the usual one of charting packages.
 */
public final class Ema {
    private final SeedMean seed;
    private final double alpha;
    private double average = Double.NaN;

    /** An average of so many values; at least one. */
    public Ema(int length) {
        this.seed = new SeedMean(length);
        this.alpha = 2.0 / (length + 1);
    }

    /** Adds a value, which must be finite. */
    public void add(double value) {
        if (Double.isNaN(average)) {
            average = seed.add(value);
        } else {
            average += alpha * (value - average);
        }
    }

    /** The average, in the unit of the values; NaN until n values are there. */
    public double value() {
        return average;
    }
}
