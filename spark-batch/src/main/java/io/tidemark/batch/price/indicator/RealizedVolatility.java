package io.tidemark.batch.price.indicator;

/**
 * Realized volatility of a span: the root of the sum of squared log returns of consecutive closes, not annualized. Source:
 * T. G. Andersen, T. Bollerslev, F. X. Diebold, P. Labys, "Modeling and Forecasting Realized Volatility" (Econometrica 71,
 * 2003).
 */
public final class RealizedVolatility {
    private double previous = Double.NaN;
    private double squares;
    private long returns;

    /** Adds a close. */
    public void add(double close) {
        if (!Double.isNaN(previous)) {
            double change = LogReturn.of(previous, close);
            squares += change * change;
            returns++;
        }
        previous = close;
    }

    /** The volatility, a fraction; NaN when there are less than two closes. */
    public double value() {
        return returns > 0 ? Math.sqrt(squares) : Double.NaN;
    }
}
