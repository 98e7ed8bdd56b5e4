package io.tidemark.speed.news.window;

/**
 * What has become of the windows of one width in an hour: bits, from the hour's first window on. Flink serializes its
 * fields.
 */
public final class WindowFlags {
    /** Windows with news. */
    public long present;
    /** Windows that changed since they were sent. */
    public long changed;
    /** Windows that were sent as closed, or will be with the next sending. */
    public long closed;

    void add(int index) {
        present |= 1L << index;
        changed |= 1L << index;
    }

    void close(int index) {
        closed |= 1L << index;
        changed |= 1L << index;
    }

    /** Windows with news that are not closed. */
    long open() {
        return present & ~closed;
    }

    boolean isClosed(int index) {
        return (closed & 1L << index) != 0;
    }
}
