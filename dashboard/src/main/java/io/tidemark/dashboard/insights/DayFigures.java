package io.tidemark.dashboard.insights;

import org.jspecify.annotations.Nullable;

/**
 * A symbol's day in figures. Returns, volatilities and drawdowns are fractions, none is annualized; null is what cannot be
 * computed.
 *
 * @param session what the day is: regular, or all where there is no regular session
 * @param change close / previous close - 1
 * @param volatility1m root of the sum of squared log returns of one-minute closes
 * @param volatility5m the same of five-minute closes
 * @param parkinson ln(high / low) / (2 sqrt(ln 2))
 * @param maxDrawdown greatest loss from the highest close so far
 * @param averageTrueRange Wilder's of 14 days
 * @param relativeStrength Wilder's index of 14 days, 0 to 100
 */
public record DayFigures(
        String symbol,
        String session,
        @Nullable Double close,
        @Nullable Double previousClose,
        @Nullable Double change,
        @Nullable Double vwap,
        double volume,
        long trades,
        @Nullable Double volatility1m,
        @Nullable Double volatility5m,
        @Nullable Double parkinson,
        @Nullable Double maxDrawdown,
        @Nullable Double averageTrueRange,
        @Nullable Double relativeStrength) {

    /** VWAP times volume, in the symbol's currency; 0 without trades that count as volume. */
    public double notional() {
        return vwap == null ? 0 : vwap * volume;
    }
}
