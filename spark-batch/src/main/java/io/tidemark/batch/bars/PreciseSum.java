package io.tidemark.batch.bars;

import java.io.Serializable;

/**
 * A sum that carries about 32 decimal digits (a pair of doubles), so that its value as a double does not depend on the
 * order of what was added. The error-free transformations are Knuth's two-sum and, for products, the fused multiply-add.
 */
public final class PreciseSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private double high;
    private double low;

    /** Adds a value. */
    public void add(double value) {
        double sum = high + value;
        double fromValue = sum - high;
        double error = (high - (sum - fromValue)) + (value - fromValue);
        normalize(sum, low + error);
    }

    /** Adds {@code a * b} without rounding the product. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        add(Math.fma(a, b, -product));
    }

    /** Adds another sum. */
    public void add(PreciseSum other) {
        add(other.high);
        add(other.low);
    }

    /** The double that is nearest to the sum. */
    public double value() {
        return high;
    }

    /** Goes on from a sum that was taken apart into {@link #value} and {@link #rest}. */
    public void set(double value, double rest) {
        high = value;
        low = rest;
    }

    /** What the sum has beyond its value. */
    public double rest() {
        return low;
    }

    private void normalize(double sum, double error) {
        high = sum + error;
        low = error - (high - sum);
    }
}
