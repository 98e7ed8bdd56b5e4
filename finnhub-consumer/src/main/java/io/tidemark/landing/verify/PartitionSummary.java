package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.SegmentManifest;

/**
 * What one partition's chain holds.
 *
 * @param partition of the topic
 * @param topicId Kafka's id of the topic, empty when there is no readable manifest
 * @param segments in the chain, accepted gaps among them
 * @param start first offset
 * @param end offset after the last
 * @param rows landed
 * @param quarantined records in quarantine
 * @param lost offsets in accepted gaps
 */
record PartitionSummary(
        int partition, String topicId, long segments, long start, long end, long rows, long quarantined, long lost) {

    static PartitionSummary empty(int partition) {
        return new PartitionSummary(partition, "", 0, 0, 0, 0, 0, 0);
    }

    /** This and the partition's next segment. */
    PartitionSummary and(SegmentManifest next) {
        boolean gap = next.gapReason().isPresent();
        return new PartitionSummary(
                partition,
                next.topicId(),
                segments + 1,
                segments == 0 ? next.start() : start,
                next.end(),
                rows + next.landedRows(),
                quarantined + next.quarantinedRows(),
                lost + (gap ? next.end() - next.start() : 0));
    }
}
