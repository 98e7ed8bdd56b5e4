package io.tidemark.batch.price.indicator;

/**
 * Relative strength index: {@code 100 - 100 / (1 + g / l)}, where g and l are Wilder's averages of the gains and of the
 * losses from close to close, written as {@code 100 g / (g + l)}. Source: J. W. Wilder, "New Concepts in Technical Trading
 * Systems" (1978).
 */
public final class RelativeStrength {
    private final WilderAverage gains;
    private final WilderAverage losses;
    private double previous = Double.NaN;

    /** An index over so many changes. */
    public RelativeStrength(int length) {
        gains = new WilderAverage(length);
        losses = new WilderAverage(length);
    }

    /** Adds a close. */
    public void add(double close) {
        if (!Double.isNaN(previous)) {
            double change = close - previous;
            gains.add(Math.max(change, 0));
            losses.add(Math.max(-change, 0));
        }
        previous = close;
    }

    /** From 0 to 100; NaN until n changes are there, and while no price has moved. */
    public double value() {
        return 100 * gains.value() / (gains.value() + losses.value());
    }
}
