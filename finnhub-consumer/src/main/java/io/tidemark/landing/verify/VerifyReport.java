package io.tidemark.landing.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/**
 * What a directory holds and what is wrong with it.
 *
 * @param directory that was read
 * @param partitions by number
 * @param totals rows and volume per symbol and hour
 * @param temporary files that are not committed
 * @param behind records that Kafka has and the directory has not, by partition; empty when Kafka was not asked
 * @param problems everything that is wrong
 */
record VerifyReport(
        String directory,
        SortedMap<Integer, PartitionSummary> partitions,
        HourTotals totals,
        List<String> temporary,
        SortedMap<Integer, Long> behind,
        List<String> problems) {

    boolean proven() {
        return problems.isEmpty();
    }

    long sum(ToLongFunction<PartitionSummary> of) {
        return partitions.values().stream().mapToLong(of).sum();
    }

    long totalBehind() {
        return behind.values().stream().mapToLong(Long::longValue).sum();
    }
}
