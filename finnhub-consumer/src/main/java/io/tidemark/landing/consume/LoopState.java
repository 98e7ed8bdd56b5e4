package io.tidemark.landing.consume;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.InterruptException;

/** What the loop's thread and the others share. Safe for use by many threads. */
public final class LoopState {
    private final LongSupplier nanoTime;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Beat beat;

    /**
     * The loop at one moment.
     *
     * @param nanos monotonic time
     * @param landing partitions that are being landed
     * @param waiting partitions that wait for their lock or for Kafka
     * @param joined whether the loop has come to reading at all
     */
    private record Beat(long nanos, int landing, int waiting, boolean joined) {}

    LoopState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.beat = new Beat(nanoTime.getAsLong(), 0, 0, false);
    }

    /** How long ago the loop last went round; it stands still while a disk or a broker does not answer. */
    public Duration sinceLastBeat() {
        return Duration.ofNanos(nanoTime.getAsLong() - beat.nanos());
    }

    /** Partitions that are being landed. */
    public int landing() {
        return beat.landing();
    }

    /** Partitions that wait for their lock or for Kafka. */
    public int waiting() {
        return beat.waiting();
    }

    /** Whether the topic was found and is being read. */
    public boolean joined() {
        return beat.joined();
    }

    void beat(int landing, int waiting, boolean joined) {
        beat = new Beat(nanoTime.getAsLong(), landing, waiting, joined);
    }

    void stop() {
        stop.countDown();
    }

    boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Waits, but not beyond a stop; returns whether that came. */
    boolean awaitStop(Duration atMost) {
        try {
            return stop.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
