package io.tidemark.batch.session;

import java.time.Instant;

/**
 * A span in which a market is open.
 *
 * @param kind which part of the market's day
 * @param from its start
 * @param to its end, exclusive
 */
public record TradingSession(SessionKind kind, Instant from, Instant to) {
    public TradingSession {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a session from " + from + " to " + to + " has no time in it");
        }
    }
}
