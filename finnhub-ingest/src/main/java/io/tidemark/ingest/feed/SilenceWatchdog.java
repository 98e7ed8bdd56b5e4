package io.tidemark.ingest.feed;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Notices that a connection has been silent too long. The time in which a frame is being handled does not count: while
 * Kafka holds us back we do not listen, and that silence is ours. Safe for one listening and one asking thread.
 */
final class SilenceWatchdog {
    private final InstantSource clock;
    private final Duration limit;
    private volatile long lastHeard;
    private volatile boolean handling;

    SilenceWatchdog(InstantSource clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
        this.lastHeard = clock.millis();
    }

    /** A frame has arrived and is being handled. */
    void frameBegins() {
        handling = true;
        lastHeard = clock.millis();
    }

    /** The next frame is waited for. */
    void frameEnds() {
        lastHeard = clock.millis();
        handling = false;
    }

    boolean tooSilent() {
        return !handling && clock.millis() - lastHeard >= limit.toMillis();
    }
}
