package io.tidemark.dashboard.market;

import java.time.Instant;
import java.util.Set;

/**
 * A span in which a feed was not heard: silence there is not a quiet market.
 *
 * @param from last instant at which the feed was known to be alive
 * @param to instant at which it was heard again
 * @param symbols symbols that were subscribed
 * @param reason for people
 */
public record FeedGap(String feed, Instant from, Instant to, Set<String> symbols, String reason) {
    public FeedGap {
        symbols = Set.copyOf(symbols);
    }

    boolean concerns(String symbol) {
        return symbols.contains(symbol);
    }
}
