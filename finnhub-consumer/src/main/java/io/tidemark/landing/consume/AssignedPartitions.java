package io.tidemark.landing.consume;

import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.PartitionLanding;
import io.tidemark.landing.segment.SegmentSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that the group gave to this process. One is read only after its lock is held and its chain is known;
 * until then it is paused and tried again every second.
 */
final class AssignedPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(AssignedPartitions.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final LandingSite site;
    private final SegmentSource source;
    private final TopicIdentity identity;
    private final SegmentRotation rotation;
    private final boolean acceptGap;
    private final Map<TopicPartition, OwnedPartition> owned = new HashMap<>();
    private final Set<TopicPartition> waiting = new HashSet<>();
    private final Set<TopicPartition> reportedLocked = new HashSet<>();
    private long nextTryNanos;

    AssignedPartitions(
            Consumer<byte[], byte[]> consumer,
            LandingSite site,
            SegmentSource source,
            TopicIdentity identity,
            SegmentRotation rotation,
            boolean acceptGap) {
        this.consumer = consumer;
        this.site = site;
        this.source = source;
        this.identity = identity;
        this.rotation = rotation;
        this.acceptGap = acceptGap;
        this.nextTryNanos = site.nanoTime().getAsLong();
    }

    /** Takes note; called by the client in the middle of a poll, so that nothing slow happens here. */
    void assigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            // Any position will do while it is paused; without one the client would look for the group's offsets.
            consumer.seek(partition, 0);
        }
        waiting.addAll(partitions);
        nextTryNanos = site.nanoTime().getAsLong();
    }

    /** Starts to read those that can be read now. */
    void openWaiting() throws IOException, LandingRefusedException {
        if (waiting.isEmpty() || site.nanoTime().getAsLong() < nextTryNanos) {
            return;
        }
        try {
            for (TopicPartition partition : List.copyOf(waiting)) {
                if (tryOpen(partition)) {
                    waiting.remove(partition);
                    reportedLocked.remove(partition);
                }
            }
        } catch (RetriableException e) {
            // Asking for the others too would only add up the waits, beyond what the group takes for a sign of life.
            LOG.warn("Kafka does not answer, trying again: {}", e.toString());
        }
        nextTryNanos = site.nanoTime().getAsLong() + RETRY_NANOS;
    }

    /** Begins anew with a partition from what the directory and Kafka say; its open segment must be committed before. */
    void reopen(TopicPartition partition) throws IOException {
        release(partition);
        assigned(List.of(partition));
    }

    /** Gives a partition up; what is not committed of it is dropped, for its next owner reads it again. */
    void release(TopicPartition partition) throws IOException {
        waiting.remove(partition);
        reportedLocked.remove(partition);
        OwnedPartition released = owned.remove(partition);
        if (released != null) {
            released.landing().close();
        }
    }

    /** Gives everything up; goes on to the others when one fails. */
    void releaseAll() {
        for (TopicPartition partition : List.copyOf(owned.keySet())) {
            try {
                release(partition);
            } catch (IOException e) {
                LOG.warn("{} could not be closed: {}", partition, e.toString());
            }
        }
        waiting.clear();
    }

    @Nullable OwnedPartition get(TopicPartition partition) {
        return owned.get(partition);
    }

    /** Those among {@code partitions} that are read. */
    List<OwnedPartition> among(Collection<TopicPartition> partitions) {
        List<OwnedPartition> found = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            OwnedPartition known = owned.get(partition);
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }

    /** All that are read. */
    Collection<OwnedPartition> owned() {
        return List.copyOf(owned.values());
    }

    /** How many wait for their lock or for Kafka. */
    int waiting() {
        return waiting.size();
    }

    private boolean tryOpen(TopicPartition partition) throws IOException, LandingRefusedException {
        Optional<PartitionLanding> opened = PartitionLanding.tryOpen(site, source, partition.partition());
        if (opened.isEmpty()) {
            if (reportedLocked.add(partition)) {
                LOG.warn(
                        "{}: another process holds {}; waiting for it",
                        partition,
                        site.layout().lock(partition.partition()));
            }
            return false;
        }
        PartitionLanding landing = opened.get();
        boolean started = false;
        try {
            started = start(partition, landing);
            return started;
        } finally {
            if (!started) {
                landing.close();
            }
        }
    }

    private boolean start(TopicPartition partition, PartitionLanding landing)
            throws IOException, LandingRefusedException {
        Optional<String> topicId = identity.current();
        if (topicId.isEmpty()) {
            LOG.warn("{}: there is no such topic now, waiting for it", partition);
            return false;
        }
        long beginning = offset(consumer.beginningOffsets(Set.of(partition), TIMEOUT), partition);
        long end = offset(consumer.endOffsets(Set.of(partition), TIMEOUT), partition);
        var candidate = new OwnedPartition(partition, topicId.get(), landing);
        skipGap(candidate, beginning, end);
        consumer.seek(partition, landing.position());
        rotation.announce(candidate, end);
        consumer.resume(Set.of(partition));
        owned.put(partition, candidate);
        LOG.info("{}: landing from offset {}, {} behind", partition, landing.position(), end - landing.position());
        return true;
    }

    /** Returns when Kafka has the record at the chain's end; a second writer may move that end meanwhile. */
    private void skipGap(OwnedPartition candidate, long beginning, long end)
            throws IOException, LandingRefusedException {
        String name = candidate.id().toString();
        while (true) {
            Start start = Start.of(name, candidate.landing().chain(), candidate.topicId(), beginning, end);
            if (start instanceof Start.Refused refused) {
                throw new LandingRefusedException(refused.message());
            }
            if (!(start instanceof Start.AfterGap gap)) {
                return;
            }
            requireGapAccepted(name, gap.reason());
            rotation.commitGap(candidate, gap.offset(), gap.reason());
        }
    }

    /** Throws unless a person said that loss upstream is to be recorded and passed over. */
    void requireGapAccepted(String partition, String loss) throws LandingRefusedException {
        if (!acceptGap) {
            throw new LandingRefusedException(partition + ": " + loss
                    + ". Nothing is skipped silently: if the loss is to be accepted, start once with --accept-gap,"
                    + " which records it in the chain.");
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new IllegalStateException("Kafka did not say an offset of " + partition);
        }
        return offset;
    }
}
