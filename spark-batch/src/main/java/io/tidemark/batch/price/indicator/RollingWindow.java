package io.tidemark.batch.price.indicator;

/**
 * The last n values, their mean and their standard deviation. Both are computed anew from the window, so that nothing
 * drifts however long the series, and around its oldest value, so that equal values deviate by exactly 0.
 */
public final class RollingWindow {
    private final double[] values;
    private long count;

    /** A window of so many values; at least one. */
    public RollingWindow(int length) {
        values = new double[Lengths.positive(length)];
    }

    /** Adds a value, which must be finite; the oldest leaves a full window. */
    public void add(double value) {
        values[(int) (count++ % values.length)] = value;
    }

    /** Whether n values are there. */
    public boolean isFull() {
        return count >= values.length;
    }

    /** Arithmetic mean of the window, in the unit of the values; NaN until it is full. */
    public double mean() {
        if (!isFull()) {
            return Double.NaN;
        }
        double origin = at(0);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += at(i) - origin;
        }
        return origin + sum / values.length;
    }

    /** Population standard deviation (division by n) of the window, in the unit of the values; NaN until it is full. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = at(i) - mean;
            squares += distance * distance;
        }
        return isFull() ? Math.sqrt(squares / values.length) : Double.NaN;
    }

    /** The i-th oldest of a full window: sums go by age, not by where in the ring a value happens to be. */
    private double at(int i) {
        return values[(int) ((count + i) % values.length)];
    }
}
