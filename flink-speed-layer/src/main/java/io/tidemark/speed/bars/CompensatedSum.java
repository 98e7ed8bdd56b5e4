package io.tidemark.speed.bars;

/**
 * A sum with its rounding errors kept beside it (Kahan's summation as improved by Neumaier), so that two orders of
 * addition agree far below the 1e-9 that bars promise. Flink serializes its fields.
 */
public final class CompensatedSum {
    public double sum;
    public double lost;

    /** Adds a value. */
    public void add(double value) {
        double next = sum + value;
        // What the smaller of the two lost when they were aligned.
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    /** Adds {@code a * b} with the digits that a double has no room for. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        lost += Math.fma(a, b, -product);
    }

    /** Adds another sum with all that it knows. */
    public void add(CompensatedSum other) {
        add(other.sum);
        lost += other.lost;
    }

    /** The sum; infinite when it left a double's range. */
    public double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
