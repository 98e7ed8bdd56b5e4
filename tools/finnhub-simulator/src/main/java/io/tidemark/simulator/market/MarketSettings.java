package io.tidemark.simulator.market;

import java.util.List;

/**
 * What kind of market is simulated.
 *
 * @param symbols the most traded first
 * @param tradesPerSecond mean over all symbols while the market is open
 * @param branching mean number of trades that a trade causes, 0 to below 1
 * @param hours when it is open
 * @param priceUpdates share of entries that are price updates (volume 0), 0 to 1
 * @param seed the same seed, settings and start time give the same trades
 */
public record MarketSettings(
        List<String> symbols,
        double tradesPerSecond,
        double branching,
        MarketHours hours,
        double priceUpdates,
        long seed) {

    public MarketSettings {
        symbols = List.copyOf(symbols);
    }
}
