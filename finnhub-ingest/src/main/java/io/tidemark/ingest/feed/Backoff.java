package io.tidemark.ingest.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from a first to a longest delay, each spread at random so that many
 * clients do not return together. Confined to one thread.
 */
final class Backoff {
    private final BackoffPolicy policy;
    private final RandomGenerator random;
    private int failures;

    Backoff(BackoffPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** The delay after one more failure. */
    Duration next() {
        Duration delay = policy.delay(failures);
        failures++;
        double factor = 1 + policy.jitter() * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(delay.toMillis() * factor));
    }

    /** Forgets the failures: the connection has proved stable. */
    void reset() {
        failures = 0;
    }

    /** Failures since the last {@link #reset}. */
    int failures() {
        return failures;
    }
}
