package io.tidemark.simulator.market;

/**
 * The U that activity and volatility follow over a session: high at both ends, low in the middle, 1 on average.
 *
 * @param depth how far the middle lies below 1, from 0 (flat) to below 1; the ends then lie {@code 2 depth} above 1
 */
record IntradayCurve(double depth) {

    /** Trades per second. */
    static final IntradayCurve ACTIVITY = new IntradayCurve(0.4);

    /** Variance of returns per second. */
    static final IntradayCurve VARIANCE = new IntradayCurve(0.3);

    /** The curve at a point of the session, from 0 (opening) to 1 (close). */
    double at(double fraction) {
        double fromMiddle = 2 * fraction - 1;
        return 1 - depth + 3 * depth * fromMiddle * fromMiddle;
    }

    /** The curve's largest value. */
    double max() {
        return 1 + 2 * depth;
    }
}
