package io.tidemark.batch.bars;

import java.io.Serializable;

/**
 * A sum that carries about 32 decimal digits (a pair of doubles), so that its value as a double does not depend on the
 * order of what was added. The error-free transformations are Knuth's two-sum and, for products, the fused multiply-add.
 */
final class PreciseSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private double high;
    private double low;

    void add(double value) {
        double sum = high + value;
        double fromValue = sum - high;
        double error = (high - (sum - fromValue)) + (value - fromValue);
        normalize(sum, low + error);
    }

    /** Adds {@code a * b} without rounding the product. */
    void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        add(Math.fma(a, b, -product));
    }

    void add(PreciseSum other) {
        add(other.high);
        add(other.low);
    }

    /** The double that is nearest to the sum. */
    double value() {
        return high;
    }

    private void normalize(double sum, double error) {
        high = sum + error;
        low = error - (high - sum);
    }
}
