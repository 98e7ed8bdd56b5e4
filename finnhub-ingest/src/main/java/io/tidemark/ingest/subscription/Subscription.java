package io.tidemark.ingest.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wanted symbol.
 *
 * @param symbol in the feed's spelling
 * @param refusals how often in a row the feed called it invalid
 * @param retryAt when an invalid symbol is tried again, null otherwise
 */
public record Subscription(
        String symbol,
        SubscriptionState state,
        int refusals,
        @Nullable Instant retryAt) {

    static Subscription waiting(String symbol) {
        return new Subscription(symbol, SubscriptionState.WAITING, 0, null);
    }

    Subscription in(SubscriptionState newState) {
        return new Subscription(symbol, newState, refusals, null);
    }

    Subscription refused(Instant nextTry) {
        return new Subscription(symbol, SubscriptionState.INVALID, refusals + 1, nextTry);
    }
}
