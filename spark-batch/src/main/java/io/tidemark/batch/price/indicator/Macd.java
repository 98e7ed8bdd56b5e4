package io.tidemark.batch.price.indicator;

/**
 * Moving average convergence/divergence of closes: the line is EMA(12) - EMA(26), the signal the EMA(9) of the line, the
 * histogram line - signal. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors" (2005).
 */
public final class Macd {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;

    private final Ema fast = new Ema(FAST);
    private final Ema slow = new Ema(SLOW);
    private final Ema signal = new Ema(SIGNAL);

    /** Adds a close. */
    public void add(double close) {
        fast.add(close);
        slow.add(close);
        if (!Double.isNaN(line())) {
            signal.add(line());
        }
    }

    /** EMA of 12 closes, a price; NaN until 12 are there. */
    public double fast() {
        return fast.value();
    }

    /** EMA of 26 closes, a price; NaN until 26 are there. */
    public double slow() {
        return slow.value();
    }

    /** Difference of both, a price; NaN until 26 closes are there. */
    public double line() {
        return fast.value() - slow.value();
    }

    /** Average of the line, a price; NaN until 34 closes are there. */
    public double signal() {
        return signal.value();
    }

    /** Line less signal, a price; NaN until 34 closes are there. */
    public double histogram() {
        return line() - signal();
    }
}
