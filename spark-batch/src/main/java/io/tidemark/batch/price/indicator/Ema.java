package io.tidemark.batch.price.indicator;

/**
 * Exponential moving average with {@code alpha = 2 / (n + 1)}: {@code ema += alpha * (x - ema)}, where the first value is the
 * simple mean of the first n. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors" (2005); the seed is
 * the usual one of charting packages.
 */
public final class Ema {
    private final int length;
    private final double alpha;
    private int count;
    private double sum;
    private double average = Double.NaN;

    /** An average of so many values; at least one. */
    public Ema(int length) {
        this.length = Lengths.positive(length);
        this.alpha = 2.0 / (length + 1);
    }

    /** Adds a value, which must be finite. */
    public void add(double value) {
        if (count < length) {
            sum += value;
            if (++count == length) {
                average = sum / length;
            }
        } else {
            average += alpha * (value - average);
        }
    }

    /** The average, in the unit of the values; NaN until n values are there. */
    public double value() {
        return average;
    }
}
