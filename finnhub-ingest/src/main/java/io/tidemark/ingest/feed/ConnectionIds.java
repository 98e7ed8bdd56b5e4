package io.tidemark.ingest.feed;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Mints ids of connections: the time in ms and 31 random bits, in base 36, so that they sort by time and are unique over
 * restarts and machines for all that can happen to one feed.
 */
public final class ConnectionIds {
    private static final int BASE = 36;
    private static final long RANDOM_BOUND = 1L << 31;

    private final InstantSource clock;
    private final RandomGenerator random;

    public ConnectionIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id of 14 characters out of {@code 0-9a-z}. */
    String next() {
        String tail = Long.toString(RANDOM_BOUND + random.nextLong(RANDOM_BOUND), BASE);
        return Long.toString(clock.millis(), BASE) + tail;
    }
}
