package io.tidemark.ingest.publish;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows up to which instant everything that was heard is also acknowledged by Kafka, which is what may be written down as
 * "heard": after a crash the gap must begin there. Records are counted in generations, one between two {@link #mark}s, so
 * that acknowledgements cost one atomic decrement and may come in any order.
 */
public final class DeliveryHorizon {
    private final ArrayDeque<Generation> closed = new ArrayDeque<>();
    private Generation current = new Generation();
    private long lastMark;
    private long settled;

    /** Records sent between two marks. */
    static final class Generation {
        private final AtomicLong pending = new AtomicLong();
        private long heardUntil;

        void acknowledged() {
            pending.decrementAndGet();
        }
    }

    /** Announces records before they are sent; each must be acknowledged to the generation returned. */
    synchronized Generation claim(int records) {
        current.pending.addAndGet(records);
        return current;
    }

    /**
     * Ends a generation.
     *
     * @param heardUntil instant up to which everything heard has been announced, epoch ms
     */
    public synchronized void mark(long heardUntil) {
        if (heardUntil != lastMark) {
            lastMark = heardUntil;
            current.heardUntil = heardUntil;
            closed.add(current);
            current = new Generation();
        }
        while (!closed.isEmpty() && closed.element().pending.get() == 0) {
            settled = closed.remove().heardUntil;
        }
    }

    /** Epoch ms up to which all that was heard is acknowledged; zero before anything is. */
    public synchronized long settled() {
        return settled;
    }
}
