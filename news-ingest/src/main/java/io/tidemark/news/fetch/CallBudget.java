package io.tidemark.news.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When the next call to a server may be made: within all its rates and not before the end of a pause that it asked for.
 * Safe for use by many threads.
 */
public final class CallBudget {
    private static final long SPREAD_MS = 2_000;

    private final InstantSource clock;
    private final Naps naps;
    private final RandomGenerator random;
    private final List<TokenBucket> buckets;
    private Instant pausedUntil = Instant.MIN;

    /**
     * Calls per length of time.
     *
     * @param calls above zero
     */
    public record Rate(int calls, Duration per) {}

    /** Waits; tests do not. */
    @FunctionalInterface
    public interface Naps {
        void sleep(Duration length) throws InterruptedException;
    }

    public CallBudget(InstantSource clock, Naps naps, RandomGenerator random, List<Rate> rates) {
        this.clock = clock;
        this.naps = naps;
        this.random = random;
        this.buckets = rates.stream()
                .map(rate -> new TokenBucket(rate.calls(), rate.per(), clock.instant()))
                .toList();
    }

    /** Waits for the next call's turn. */
    public void acquire() throws InterruptedException {
        nap(take());
        // While this call waited, another one may have been told to pause.
        for (Duration rest = pauseLeft(); !rest.isZero(); rest = pauseLeft()) {
            nap(rest);
        }
    }

    /** Lets no call pass until then, and a little longer at random, or all waiting calls would come at once. */
    synchronized void pause(Instant until) {
        Instant spread = until.plusMillis(random.nextLong(SPREAD_MS));
        if (spread.isAfter(pausedUntil)) {
            pausedUntil = spread;
        }
    }

    /** The end of the present pause. */
    public synchronized Optional<Instant> pausedUntil() {
        return pausedUntil.isAfter(clock.instant()) ? Optional.of(pausedUntil) : Optional.empty();
    }

    private synchronized Duration take() {
        Instant now = clock.instant();
        return buckets.stream()
                .map(bucket -> bucket.take(now))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private Duration pauseLeft() {
        return pausedUntil()
                .map(until -> Duration.between(clock.instant(), until))
                .filter(rest -> !rest.isNegative())
                .orElse(Duration.ZERO);
    }

    private void nap(Duration length) throws InterruptedException {
        if (!length.isZero()) {
            // Rounded up: waking a fraction of a millisecond early would mean to ask the clock in a loop.
            naps.sleep(length.plusMillis(1));
        }
    }
}
