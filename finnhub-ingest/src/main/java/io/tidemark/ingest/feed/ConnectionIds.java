package io.tidemark.ingest.feed;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Mints ids of connections: the time in ms and six random digits, in base 36, so that they sort by time and are unique over
 * restarts and machines for all that can happen to one feed.
 */
public final class ConnectionIds {
    private static final int BASE = 36;
    /** From the smallest to behind the largest number of six digits. */
    private static final long TAIL_FROM = 60_466_176L;

    private static final long TAIL_TO = 2_176_782_336L;

    private final InstantSource clock;
    private final RandomGenerator random;

    public ConnectionIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id of 14 characters out of {@code 0-9a-z}. */
    String next() {
        String tail = Long.toString(random.nextLong(TAIL_FROM, TAIL_TO), BASE);
        return Long.toString(clock.millis(), BASE) + tail;
    }
}
