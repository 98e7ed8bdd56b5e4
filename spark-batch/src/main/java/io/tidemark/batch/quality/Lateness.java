package io.tidemark.batch.quality;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How long after its trade time each row was received: a histogram in milliseconds, cut down to two significant digits.
 * Rows that were received before their own trade time are counted apart, as from the future. Partials merge in any order.
 * For one thread.
 */
public final class Lateness implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int EXACT = 100;
    /** Buckets of each power of ten from 100 on: two digits, the first not zero. */
    private static final int PER_DECADE = 90;

    private long[] counts = new long[16];
    private long rows;
    private long fromTheFuture;
    private long greatest = -1;

    /** Adds a row. */
    public void add(long milliseconds) {
        if (milliseconds < 0) {
            fromTheFuture++;
            return;
        }
        int bucket = bucket(milliseconds);
        ensure(bucket);
        counts[bucket]++;
        rows++;
        greatest = Math.max(greatest, milliseconds);
    }

    /** Takes in what another histogram knows. */
    public void merge(Lateness other) {
        ensure(other.counts.length - 1);
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
        }
        rows += other.rows;
        fromTheFuture += other.fromTheFuture;
        greatest = Math.max(greatest, other.greatest);
    }

    /** Rows received before their own trade time. */
    public long fromTheFuture() {
        return fromTheFuture;
    }

    /** The greatest lateness in milliseconds, exactly; -1 when every row is from the future. */
    public long greatest() {
        return greatest;
    }

    /**
     * A percentile by nearest rank: the least lateness (ms, two significant digits) that so many percent of the rows do not
     * exceed; -1 when every row is from the future.
     */
    public long percentile(int percent) {
        long rank = (rows * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen > 0 && seen >= rank) {
                return value(i);
            }
        }
        return -1;
    }

    private static int bucket(long milliseconds) {
        long leading = milliseconds;
        int bucket = 0;
        while (leading >= EXACT) {
            leading /= 10;
            bucket += PER_DECADE;
        }
        return bucket + (int) leading;
    }

    private static long value(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int decade = (bucket - 10) / PER_DECADE;
        long value = bucket - (long) decade * PER_DECADE;
        for (int i = 0; i < decade; i++) {
            value *= 10;
        }
        return value;
    }

    private void ensure(int bucket) {
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bucket + 1, counts.length * 2));
        }
    }
}
