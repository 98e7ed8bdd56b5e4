package io.tidemark.ingest.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts records that are sent and not yet acknowledged, and holds the sender back when they are too many. This is the
 * bound on memory while Kafka is away: the socket is not read, TCP holds the feed back. Safe for use by many threads.
 */
public final class Backlog {
    /** The producer takes a frame in milliseconds, unless it waits for a broker or for its own buffer. */
    private static final long LONG_SEND_MS = 1_000;

    private final InstantSource clock;
    private final long limit;
    private final long resumeAt;
    private final AtomicLong inFlight = new AtomicLong();
    /** When a record was acknowledged, or when the first of those under way was sent, epoch ms. */
    private volatile long lastProgress;

    private volatile boolean holding;
    /** Since when the sender has been handing records to the producer, epoch ms; zero when it is not. */
    private volatile long sendingSince;

    private volatile boolean closed;

    /**
     * Makes an empty backlog.
     *
     * @param limit records; one frame more may be let in
     */
    public Backlog(InstantSource clock, long limit) {
        this.clock = clock;
        this.limit = limit;
        // A little room before going on, or the two sides would wake each other for every record.
        this.resumeAt = limit - limit / 4;
        this.lastProgress = clock.millis();
    }

    /**
     * Waits until there is room.
     *
     * @throws SinkClosedException when closed meanwhile
     */
    void awaitRoom() {
        if (inFlight.get() >= limit) {
            waitForRoom();
        }
        if (closed) {
            throw new SinkClosedException();
        }
    }

    private synchronized void waitForRoom() {
        holding = true;
        try {
            while (inFlight.get() > resumeAt && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkClosedException();
        } finally {
            holding = false;
        }
    }

    /** Counts records that are about to be handed to the producer, which may keep the sender waiting. */
    void sendBegins(int records) {
        if (inFlight.getAndAdd(records) == 0) {
            lastProgress = clock.millis();
        }
        sendingSince = clock.millis();
    }

    /** The producer has them. */
    void sendEnds() {
        sendingSince = 0;
    }

    void acknowledged() {
        lastProgress = clock.millis();
        if (inFlight.decrementAndGet() <= resumeAt && holding) {
            wake();
        }
    }

    /** Lets nobody wait any more. */
    void close() {
        closed = true;
        wake();
    }

    private synchronized void wake() {
        notifyAll();
    }

    boolean closed() {
        return closed;
    }

    /** Records sent and not acknowledged. */
    public long inFlight() {
        return inFlight.get();
    }

    /** Whether the feed is being held back now. */
    public boolean holding() {
        long since = sendingSince;
        return holding || (since != 0 && clock.millis() - since > LONG_SEND_MS);
    }

    /** How long records have been under way without any acknowledgement; zero when none is under way. */
    public Duration stalledFor() {
        return inFlight.get() == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - lastProgress));
    }
}
