package io.tidemark.landing.verify;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rows and volume per symbol and hour of event time. */
final class HourTotals {

    /**
     * What is counted together.
     *
     * @param symbol of the trades
     * @param bucket hour as the directories name it
     */
    record Key(String symbol, String bucket) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySymbol = symbol.compareTo(other.symbol);
            return bySymbol != 0 ? bySymbol : bucket.compareTo(other.bucket);
        }
    }

    private final Map<Key, DoubleSummaryStatistics> volumes = new TreeMap<>();

    /** Adds the volumes of the trades of one file. */
    void add(String bucket, Map<String, DoubleSummaryStatistics> volumesBySymbol) {
        volumesBySymbol.forEach(
                (symbol, sums) -> volumes.computeIfAbsent(new Key(symbol, bucket), key -> new DoubleSummaryStatistics())
                        .combine(sums));
    }

    /** By symbol, then hour; count and sum are rows and volume. */
    Set<Map.Entry<Key, DoubleSummaryStatistics>> entries() {
        return volumes.entrySet();
    }
}
