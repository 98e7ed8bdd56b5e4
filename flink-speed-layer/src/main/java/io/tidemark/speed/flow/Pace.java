package io.tidemark.speed.flow;

/**
 * State that keeps rows of one key from being sent more often than wanted: at once when something changes, and then at
 * most every so often. Flink serializes its fields; times are processing times in epoch ms.
 */
public final class Pace {
    public long sentAt = Long.MIN_VALUE;
    /** Whether a timer is set that will send. */
    public boolean waiting;

    /** Whether rows may be sent; also when the clock was set back, or they would wait until it has caught up. */
    public boolean maySend(long now, long everyMs) {
        return sentAt == Long.MIN_VALUE || now >= sentAt + everyMs || now < sentAt;
    }

    /** Remembers that rows were sent. */
    public void sent(long now) {
        sentAt = now;
        waiting = false;
    }
}
