package io.tidemark.speed.move;

/**
 * A symbol's volatility, as an exponentially weighted moving average of squared one-minute log returns with mean zero:
 *
 * <pre>sigma²(t) = 0.94 sigma²(t-1) + 0.06 r²(t-1)</pre>
 *
 * (J.P. Morgan/Reuters, RiskMetrics Technical Document, 4th edition, 1996, chapter 5; its decay factor for daily data). The
 * first returns are averaged with equal weights until the decay is the slower of the two, so that the first one does not count
 * for more than those after it. Flink serializes its fields.
 */
public final class Volatility {
    private static final double DECAY = 0.94;
    /** One basis point: a price that hardly ever moved would otherwise be remarkable with every tick. */
    private static final double LEAST = 1e-4;

    public double variance;
    public long returns;

    /** Takes the next log return in. */
    void add(double logReturn) {
        returns++;
        double weight = Math.max(1.0 / returns, 1 - DECAY);
        variance += weight * (logReturn * logReturn - variance);
    }

    /** Standard deviation of a one-minute log return, not less than a basis point. */
    double sigma() {
        return Math.max(Math.sqrt(variance), LEAST);
    }
}
