package io.tidemark.landing.verify;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rows and their amounts per name and period of event time. */
final class RowTotals {

    /**
     * What is counted together.
     *
     * @param name as {@link LandedRow#name}
     * @param period as {@link RowForm#period}
     */
    record Key(String name, String period) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : period.compareTo(other.period);
        }
    }

    private final Map<Key, DoubleSummaryStatistics> amounts = new TreeMap<>();

    /** Adds the amounts of the rows of one file. */
    void add(String period, Map<String, DoubleSummaryStatistics> amountsByName) {
        amountsByName.forEach(
                (name, sums) -> amounts.computeIfAbsent(new Key(name, period), key -> new DoubleSummaryStatistics())
                        .combine(sums));
    }

    /** By name, then period; count and sum are rows and amount. */
    Set<Map.Entry<Key, DoubleSummaryStatistics>> entries() {
        return amounts.entrySet();
    }
}
