package io.tidemark.landing.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/**
 * What the directory of one dataset holds and what is wrong with it.
 *
 * @param dataset its name
 * @param directory that was read
 * @param partitions by number
 * @param totals rows and amounts
 * @param labels names of the totals' columns
 * @param temporary files that are not committed
 * @param behind records that Kafka has and the directory has not, by partition; empty when Kafka was not asked
 * @param problems everything that is wrong
 */
record DatasetReport(
        String dataset,
        String directory,
        SortedMap<Integer, PartitionSummary> partitions,
        RowTotals totals,
        RowForm.Labels labels,
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
