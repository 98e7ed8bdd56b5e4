package io.tidemark.simulator.trade;

import org.jspecify.annotations.Nullable;

/** Trades in the order in which the feed is to send them, read one at a time by one thread. */
public interface TradeSource extends AutoCloseable {

    /** The next trade, or null when there will be none any more. */
    @Nullable FeedTrade next();

    /** Frees what the source holds; it is not read after that. */
    @Override
    void close();
}
