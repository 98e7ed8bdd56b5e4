package io.tidemark.speed.alert;

import java.time.Instant;

/**
 * Something remarkable: a whole row of {@code speed.alerts}, written once. Whoever raises it again, for example after it
 * went back to a checkpoint, must give it the same id; the first row stays.
 *
 * @param id made of what raised it, see {@link #idOf}
 * @param kind what it is about
 * @param severity how much it matters
 * @param symbol the feed's symbol; empty when it is about none
 * @param occurredAt event time, epoch ms
 * @param message for people, one line
 * @param value what was measured, NaN when nothing was
 * @param threshold what the value was held against, in the same unit; NaN when nothing was
 */
public record Alert(
        String id,
        AlertKind kind,
        AlertSeverity severity,
        String symbol,
        long occurredAt,
        String message,
        double value,
        double threshold) {

    /**
     * An id that is the same whenever the same thing raises an alert, for example
     * {@code news-burst/AAPL/2026-11-23T18:00:00Z}.
     *
     * @param kind what it is about
     * @param subject whom it concerns: a symbol, a feed
     * @param since start of what it is about, epoch ms
     */
    public static String idOf(AlertKind kind, String subject, long since) {
        return kind.text() + "/" + subject + "/" + Instant.ofEpochMilli(since);
    }

    /** By id, the key of its table. */
    public static int compareKeys(Alert one, Alert other) {
        return one.id.compareTo(other.id);
    }
}
