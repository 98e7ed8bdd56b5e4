package io.tidemark.simulator.truth;

import io.tidemark.simulator.trade.FeedTrade;

/** Running totals of trades, price updates and volume. Not safe for several threads. */
final class Tally {

    private long trades;
    private long priceUpdates;
    private long missed;
    private final VolumeSum volume = new VolumeSum();

    void addSent(FeedTrade trade) {
        if (trade.isPriceUpdate()) {
            priceUpdates++;
        } else {
            trades++;
            volume.add(trade.volume());
        }
    }

    void addMissed() {
        missed++;
    }

    void add(Tally other) {
        trades += other.trades;
        priceUpdates += other.priceUpdates;
        missed += other.missed;
        volume.add(other.volume);
    }

    Totals totals() {
        return new Totals(trades, priceUpdates, volume.total(), missed);
    }
}
