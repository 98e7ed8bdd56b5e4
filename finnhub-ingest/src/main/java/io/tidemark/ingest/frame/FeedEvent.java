package io.tidemark.ingest.frame;

import io.tidemark.contracts.event.Trade;
import java.util.List;

/** What a frame says. */
public sealed interface FeedEvent {

    /**
     * Trades and price updates, in the frame's order.
     *
     * @param trades those that can be trades
     * @param rejected those that cannot; the others are not affected
     */
    record Trades(List<Trade> trades, List<RejectedTrade> rejected) implements FeedEvent {
        public Trades {
            trades = List.copyOf(trades);
            rejected = List.copyOf(rejected);
        }
    }

    /** The feed is alive and has nothing to say. */
    record Ping() implements FeedEvent {}

    /**
     * The feed refuses something that was asked of it.
     *
     * @param message the feed's own words
     */
    record FeedError(String message) implements FeedEvent {}

    /**
     * A frame that means nothing here, as a whole.
     *
     * @param reason for people
     */
    record Unreadable(String reason) implements FeedEvent {}
}
