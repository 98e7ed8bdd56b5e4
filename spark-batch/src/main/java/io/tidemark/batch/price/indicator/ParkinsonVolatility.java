package io.tidemark.batch.price.indicator;

/**
 * Volatility of a span from its range, {@code ln(high / low) / (2 sqrt(ln 2))}, a fraction, not annualized. Source:
 * M. Parkinson, "The Extreme Value Method for Estimating the Variance of the Rate of Return" (Journal of Business 53, 1980).
 */
public final class ParkinsonVolatility {
    private static final double SCALE = 2 * Math.sqrt(StrictMath.log(2));

    private ParkinsonVolatility() {}

    /** The volatility; NaN when a price is. */
    public static double of(double high, double low) {
        return LogReturn.of(low, high) / SCALE;
    }
}
