package io.tidemark.contracts.landing;

import java.util.List;
import java.util.Optional;

/**
 * Commit record of a segment: one contiguous offset range {@code [start, end)} of one partition and the files that hold
 * it. A segment exists when its manifest does; a file that no manifest names does not.
 *
 * @param topic Kafka topic
 * @param topicId Kafka's id of the topic, which changes when a topic is deleted and made again
 * @param partition of the topic
 * @param start first offset
 * @param end offset after the last
 * @param schemaVersion version of the files' columns
 * @param files one a bucket, in order of their names
 * @param quarantine records of the range that are no events, with the reason each; empty when there are none
 * @param gapReason set when the range is not in Kafka any more and a person accepted its loss; such a segment has no files
 */
public record SegmentManifest(
        String topic,
        String topicId,
        int partition,
        long start,
        long end,
        int schemaVersion,
        List<LandedFile> files,
        Optional<LandedFile> quarantine,
        Optional<String> gapReason) {

    public SegmentManifest {
        files = List.copyOf(files);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no offset range: start=" + start + " end=" + end);
        }
    }

    /** Records in the segment's data files. */
    public long landedRows() {
        return files.stream().mapToLong(LandedFile::rows).sum();
    }

    /** Records in the segment's quarantine file. */
    public long quarantinedRows() {
        return quarantine.map(LandedFile::rows).orElse(0L);
    }
}
