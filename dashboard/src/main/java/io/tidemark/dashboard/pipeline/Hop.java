package io.tidemark.dashboard.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a hop of the pipeline is. Null is what is not known.
 *
 * @param eventAt newest event time that reached it
 * @param reachedAt when it last wrote something
 * @param events that passed it in the seconds
 */
public record Hop(
        Kind kind,
        @Nullable Instant eventAt,
        @Nullable Instant reachedAt,
        @Nullable Long events,
        @Nullable Double seconds) {

    /** The hops that leave something in the database. */
    public enum Kind {
        RECEIVED,
        LIVE,
        LANDED,
        SETTLED,
        NEWS
    }

    /** Events a second. */
    public Optional<Double> rate() {
        return events == null || seconds == null || seconds <= 0 ? Optional.empty() : Optional.of(events / seconds);
    }

    /** How long the newest event took to get there. */
    public Optional<Duration> delay() {
        return eventAt == null || reachedAt == null || reachedAt.isBefore(eventAt)
                ? Optional.empty()
                : Optional.of(Duration.between(eventAt, reachedAt));
    }
}
