package io.tidemark.news.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers a source's rounds and judges it by them. Safe for use by many threads. */
final class SourceHistory {
    /** A source with a short interval is not given up for one hiccup. */
    private static final Duration SHORTEST_GRACE = Duration.ofMinutes(5);

    private static final int GRACE_ROUNDS = 3;

    private final String source;
    private final InstantSource clock;
    private final Duration grace;
    private final Instant startedAt;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant nextRound;
    private String problem = "";
    private int failures;
    private long rounds;

    SourceHistory(String source, Duration interval, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.startedAt = clock.instant();
        Duration longest = interval.multipliedBy(GRACE_ROUNDS);
        this.grace = longest.compareTo(SHORTEST_GRACE) < 0 ? SHORTEST_GRACE : longest;
    }

    synchronized void begins() {
        nextRound = null;
    }

    /**
     * Ends a round.
     *
     * @param answered whether any query was answered
     * @param why what went wrong, empty when nothing did
     * @return rounds in a row without an answer
     */
    synchronized int ended(boolean answered, String why) {
        rounds++;
        problem = why;
        failures = answered ? 0 : failures + 1;
        if (answered) {
            lastSuccess = clock.instant();
        }
        return failures;
    }

    synchronized void next(Instant at) {
        nextRound = at;
    }

    synchronized SourceStatus status(Optional<Instant> pausedUntil) {
        String reason = pausedUntil.map(until -> "asked to wait until " + until).orElse(problem);
        Instant since = lastSuccess == null ? startedAt : lastSuccess;
        boolean silent = Duration.between(since, clock.instant()).compareTo(grace) > 0;
        if (silent && reason.isEmpty()) {
            reason = "no round ended since " + since;
        }
        return new SourceStatus(source, state(silent, reason), reason, lastSuccess, failures, nextRound, rounds);
    }

    private SourceState state(boolean silent, String reason) {
        if (silent || (lastSuccess == null && failures > 0)) {
            return SourceState.DOWN;
        }
        if (!reason.isEmpty()) {
            return SourceState.DELAYED;
        }
        return lastSuccess == null ? SourceState.STARTING : SourceState.LIVE;
    }
}
