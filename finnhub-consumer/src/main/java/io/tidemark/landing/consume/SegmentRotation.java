package io.tidemark.landing.consume;

import io.micrometer.core.instrument.Timer;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.segment.CommitOutcome;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.PartitionLanding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits open segments and does what follows from it: progress, Kafka's offsets, or reading again where fenced. */
final class SegmentRotation {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentRotation.class);

    private static final long POSTPONE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final ReadPositions positions;
    private final TopicIdentity identity;
    private final PublishedOffsets offsets;
    private final LandingMetrics metrics;
    private final FailPoints failPoints;
    private final LongSupplier nanoTime;
    private long postponedUntilNanos;

    SegmentRotation(
            Consumer<byte[], byte[]> consumer,
            TopicIdentity identity,
            PublishedOffsets offsets,
            LandingMetrics metrics,
            LandingSite site) {
        this.consumer = consumer;
        this.positions = new ReadPositions(consumer);
        this.identity = identity;
        this.offsets = offsets;
        this.metrics = metrics;
        this.failPoints = site.failPoints();
        this.nanoTime = site.nanoTime();
        this.postponedUntilNanos = nanoTime.getAsLong();
    }

    /**
     * Commits those that hold records.
     *
     * @return partitions that another writer fenced; their consumer stands at the chain's end again
     * @throws LandingRefusedException when the topic was made anew while they were read
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot be asked; nothing was committed
     */
    List<TopicPartition> commit(Collection<OwnedPartition> partitions) throws IOException, LandingRefusedException {
        List<OwnedPartition> full = partitions.stream()
                .filter(owned -> owned.landing().hasRecords())
                .toList();
        if (full.isEmpty()) {
            return List.of();
        }
        // Asked after the last record was read: no record of a topic made anew can be among those of the old one.
        Optional<String> topicId = identity.current();
        for (OwnedPartition owned : full) {
            requireSameTopic(owned, topicId);
        }
        return commitAll(full);
    }

    /**
     * Commits, or leaves the segments open for some seconds more when Kafka cannot be asked now.
     *
     * @return as {@link #commit}
     */
    List<TopicPartition> commitIfPossible(Collection<OwnedPartition> partitions)
            throws IOException, LandingRefusedException {
        if (nanoTime.getAsLong() < postponedUntilNanos) {
            return List.of();
        }
        try {
            return commit(partitions);
        } catch (RetriableException e) {
            LOG.warn("Segments stay open, for Kafka does not answer: {}", e.toString());
            postponedUntilNanos = nanoTime.getAsLong() + POSTPONE_NANOS;
            return List.of();
        }
    }

    /** Commits, or gives up when Kafka cannot be asked: what is dropped is read again by the partition's next owner. */
    void commitOrDrop(Collection<OwnedPartition> partitions) throws IOException, LandingRefusedException {
        try {
            commit(partitions);
        } catch (RetriableException e) {
            LOG.warn("Open segments are dropped, to be read again, for Kafka does not answer: {}", e.toString());
        }
    }

    /** Records a range that Kafka does not have any more; returns whether this writer did, and not another. */
    boolean commitGap(OwnedPartition owned, long end, String reason) throws IOException {
        PartitionLanding landing = owned.landing();
        long lost = end - landing.position();
        if (landing.commitGap(owned.topicId(), end, reason) instanceof CommitOutcome.Fenced) {
            fenced(owned);
            return false;
        }
        metrics.gap(lost);
        LOG.warn("{}: {}; accepted", owned.id(), reason);
        return true;
    }

    /** Tells how complete a partition is that was just taken over. */
    void announce(OwnedPartition owned, long endOffset) throws IOException {
        owned.landing().writeProgress(owned.topicId(), endOffset);
        offsets.publish(owned.id(), owned.landing().chain().end());
    }

    private List<TopicPartition> commitAll(List<OwnedPartition> full) throws IOException {
        List<TopicPartition> fenced = new ArrayList<>();
        for (OwnedPartition owned : full) {
            Timer.Sample sample = Timer.start();
            CommitOutcome outcome = owned.landing().commit(owned.topicId());
            long nanos = sample.stop(metrics.commits());
            if (outcome instanceof CommitOutcome.Committed committed) {
                committed(owned, committed.manifest(), nanos);
            } else {
                fenced(owned);
                fenced.add(owned.id());
            }
        }
        return fenced;
    }

    private void committed(OwnedPartition owned, SegmentManifest manifest, long nanos) throws IOException {
        long bytes = manifest.files().stream().mapToLong(file -> file.bytes()).sum()
                + manifest.quarantine().map(file -> file.bytes()).orElse(0L);
        metrics.committed(manifest.landedRows(), manifest.quarantinedRows(), bytes);
        LOG.info(
                "{}: landed [{}, {}): {} rows, {} quarantined, {} files, {} KiB in {} ms",
                owned.id(),
                manifest.start(),
                manifest.end(),
                manifest.landedRows(),
                manifest.quarantinedRows(),
                manifest.files().size(),
                bytes / 1024,
                nanos / 1_000_000);
        failPoints.reach(FailPoint.BEFORE_PROGRESS);
        owned.landing().writeProgress(owned.topicId(), Math.max(positions.end(owned.id(), 0), manifest.end()));
        failPoints.reach(FailPoint.BEFORE_OFFSET_COMMIT);
        offsets.publish(owned.id(), manifest.end());
        failPoints.reach(FailPoint.AFTER_OFFSET_COMMIT);
    }

    private void fenced(OwnedPartition owned) {
        metrics.fenced();
        consumer.seek(owned.id(), owned.landing().position());
        LOG.warn(
                "{}: fenced by another writer of the same directory; reading on from its end, offset {}",
                owned.id(),
                owned.landing().position());
    }

    private void requireSameTopic(OwnedPartition owned, Optional<String> topicId) throws LandingRefusedException {
        if (topicId.isPresent() && !topicId.get().equals(owned.topicId())) {
            throw new LandingRefusedException(owned.id() + ": the topic was deleted and made again while it was read:"
                    + " landed from topic id " + owned.topicId() + ", Kafka has " + topicId.get()
                    + ". The records since offset " + owned.landing().chain().end() + " are not landed.");
        }
    }
}
