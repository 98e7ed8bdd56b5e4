package io.tidemark.batch.price.indicator;

/**
 * Mean of the first n values, from which a running average starts. It is computed around the first of them, so that the
 * mean of equal values is exactly that value.
 */
final class SeedMean {
    private final int length;
    private int count;
    private double origin;
    private double sum;

    /** A mean of so many values; at least one. */
    SeedMean(int length) {
        this.length = Lengths.positive(length);
    }

    /** Adds a value and tells the mean once n are there; NaN before. */
    double add(double value) {
        if (count++ == 0) {
            origin = value;
        }
        sum += value - origin;
        return count >= length ? origin + sum / count : Double.NaN;
    }
}
