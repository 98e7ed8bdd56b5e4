package io.tidemark.dashboard.insights;

import org.jspecify.annotations.Nullable;

/**
 * A place in one of a date's lists.
 *
 * @param list gainers, losers or active
 * @param rank from 1
 * @param change close / previous close - 1, a fraction
 * @param notional VWAP times volume, in the symbol's currency
 */
public record Mover(
        String list,
        int rank,
        String symbol,
        double close,
        @Nullable Double previousClose,
        @Nullable Double change,
        double volume,
        @Nullable Double notional) {}
