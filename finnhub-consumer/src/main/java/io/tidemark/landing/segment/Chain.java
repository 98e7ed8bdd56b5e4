package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.SegmentManifest;
import java.util.Optional;

/**
 * What the manifests of one partition say: the segments {@code [first start, end)} follow each other without a gap.
 *
 * @param topicId Kafka's id of the topic they came from, empty while there are none
 * @param end offset after the last segment: where the next one starts; 0 while there are none
 * @param segments how many there are
 * @param maxEventTime greatest event time landed, epoch ms; 0 while there is none
 */
public record Chain(Optional<String> topicId, long end, long segments, long maxEventTime) {

    /** The chain of a partition that was never landed. */
    public static final Chain EMPTY = new Chain(Optional.empty(), 0, 0, 0);

    /**
     * This chain and its next segment.
     *
     * @throws BrokenChainException when the segment does not start where this chain ends, or came from another topic
     */
    public Chain followedBy(SegmentManifest next) throws BrokenChainException {
        if (segments > 0 && next.start() != end) {
            throw new BrokenChainException("partition " + next.partition() + ": the segment at " + next.start()
                    + " does not follow the chain, which ends at " + end);
        }
        if (topicId.isPresent() && !topicId.get().equals(next.topicId())) {
            throw new BrokenChainException("partition " + next.partition() + ": the segment at " + next.start()
                    + " came from topic id " + next.topicId() + ", those before it from " + topicId.get());
        }
        long eventTime =
                next.files().stream().mapToLong(LandedFile::maxEventTime).max().orElse(0);
        return new Chain(Optional.of(next.topicId()), next.end(), segments + 1, Math.max(maxEventTime, eventTime));
    }
}
