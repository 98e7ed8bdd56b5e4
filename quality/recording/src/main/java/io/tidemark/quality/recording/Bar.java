package io.tidemark.quality.recording;

import java.util.Optional;

/**
 * The figures of a bar that are compared.
 *
 * @param prices open, high, low and close; empty when no trade of the minute may move the price
 * @param volume units
 * @param vwap volume-weighted average price
 * @param trades number of trades that count in the volume
 */
record Bar(Optional<Prices> prices, double volume, double vwap, long trades) {

    /** Open, high, low and close, compared exactly. */
    record Prices(double open, double high, double low, double close) {}
}
