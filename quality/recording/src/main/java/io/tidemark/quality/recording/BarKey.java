package io.tidemark.quality.recording;

import java.util.Comparator;

/**
 * A one-minute bar's identity.
 *
 * @param symbol as the feed names it
 * @param bucket start of the minute, epoch ms
 */
record BarKey(String symbol, long bucket) implements Comparable<BarKey> {
    private static final Comparator<BarKey> ORDER =
            Comparator.comparing(BarKey::symbol).thenComparingLong(BarKey::bucket);

    @Override
    public int compareTo(BarKey other) {
        return ORDER.compare(this, other);
    }
}
