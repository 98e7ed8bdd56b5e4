package io.tidemark.batch.landing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The instant up to which landed data is complete: the least over the partitions, because a bar of a partition that lags
 * behind would be served too early. A partition is complete up to its greatest event time less what the feed may be out
 * of order: what comes next can be older than what has landed. One that had landed everything Kafka held when its
 * consumer last looked is complete up to that look, so that a quiet partition holds nothing back. Never beyond the
 * greatest event time of all less the same, or a replayed day would count as over while it is replayed. So a date is
 * complete to its end once that much of a later one has landed.
 *
 * @param until epoch ms
 */
public record Completeness(long until) {

    /** A chain and what its consumer says. */
    record Partition(PartitionChain chain, Optional<PartitionProgress> progress) {
        private long completeUntil(Duration outOfOrderness) {
            long landed = chain.maxEventTime() - outOfOrderness.toMillis();
            return progress.filter(look -> look.endOffset() <= chain.end())
                    .map(look -> Math.max(landed, look.updatedAt()))
                    .orElse(landed);
        }
    }

    /**
     * The completeness of what has landed.
     *
     * @param outOfOrderness by how much a trade's time may lie before that of an earlier one of its partition
     */
    static Completeness of(List<Partition> partitions, Duration outOfOrderness) {
        long least = partitions.stream()
                .mapToLong(partition -> partition.completeUntil(outOfOrderness))
                .min()
                .orElse(0);
        long greatest = partitions.stream()
                .mapToLong(partition -> partition.chain().maxEventTime())
                .max()
                .orElse(0);
        return new Completeness(Math.min(least, greatest - outOfOrderness.toMillis()));
    }

    /** The boundary of a date: {@link #until}, but within {@code [start of the date, start of the next]}. */
    public Instant of(LocalDate date) {
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant instant = Instant.ofEpochMilli(until);
        if (instant.isBefore(start)) {
            return start;
        }
        return instant.isAfter(end) ? end : instant;
    }
}
