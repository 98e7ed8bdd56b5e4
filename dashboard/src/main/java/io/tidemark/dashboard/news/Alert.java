package io.tidemark.dashboard.news;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something remarkable: a news burst, a price move, a silence of the feed.
 *
 * @param symbol null when it is about no single one
 * @param occurredAt event time
 */
public record Alert(
        String id, String kind, Severity severity, @Nullable String symbol, Instant occurredAt, String message) {

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /** The symbol it is about. */
    public Optional<String> about() {
        return Optional.ofNullable(symbol);
    }
}
