package io.tidemark.batch.price.indicator;

/**
 * Wilder's smoothing: {@code (previous * (n - 1) + x) / n}, where the first value is the simple mean of the first n. Source:
 * J. W. Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
public final class WilderAverage {
    private final int length;
    private int count;
    private double sum;
    private double average = Double.NaN;

    /** An average of so many values; at least one. */
    public WilderAverage(int length) {
        this.length = Lengths.positive(length);
    }

    /** Adds a value, which must be finite. */
    public void add(double value) {
        if (count < length) {
            sum += value;
            if (++count == length) {
                average = sum / length;
            }
        } else {
            average = (average * (length - 1) + value) / length;
        }
    }

    /** The average, in the unit of the values; NaN until n values are there. */
    public double value() {
        return average;
    }
}
