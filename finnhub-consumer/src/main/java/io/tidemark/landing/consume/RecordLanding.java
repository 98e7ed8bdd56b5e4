package io.tidemark.landing.consume;

import io.tidemark.landing.record.QuarantineLine;
import io.tidemark.landing.record.RecordRows;
import io.tidemark.landing.record.RowBuffer;
import io.tidemark.landing.record.RowOutcome;
import io.tidemark.landing.segment.PartitionLanding;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Takes the records of a poll into the open segments, and rotates those that grow too large. */
final class RecordLanding {
    private final AssignedPartitions partitions;
    private final SegmentRotation rotation;
    private final RecordRows rows;
    private final RotationLimits limits;
    private final RowBuffer buffer = new RowBuffer();

    RecordLanding(AssignedPartitions partitions, SegmentRotation rotation, RecordRows rows, RotationLimits limits) {
        this.partitions = partitions;
        this.rotation = rotation;
        this.rows = rows;
        this.limits = limits;
    }

    /**
     * Lands records in the order of their offsets.
     *
     * @param now wall clock, epoch ms
     */
    void land(ConsumerRecords<byte[], byte[]> records, long now) throws IOException, LandingRefusedException {
        // A fenced partition reads on from elsewhere: what this poll brought for it is stale.
        Set<TopicPartition> fenced = new HashSet<>();
        for (TopicPartition id : records.partitions()) {
            OwnedPartition owned = partitions.get(id);
            if (owned != null) {
                land(owned, records.records(id), now, fenced);
            }
        }
    }

    /** Commits the segments that are old enough. */
    void rotateAged() throws IOException, LandingRefusedException {
        long maxAgeNanos = limits.maxAge().toNanos();
        rotation.commitIfPossible(partitions.owned().stream()
                .filter(owned -> owned.landing().openNanos() >= maxAgeNanos)
                .toList());
    }

    /**
     * Looks for a hole behind the last record of a partition, which no record shows.
     *
     * @param read positions of a client that has handed out no record which is not landed
     */
    void passTrailingHoles(ReadPositions read) throws IOException, LandingRefusedException {
        for (OwnedPartition owned : partitions.owned()) {
            long position = owned.landing().position();
            long next = read.next(owned.id()).orElse(position);
            if (next > position) {
                passHole(owned, next, new HashSet<>());
            }
        }
    }

    private void land(
            OwnedPartition owned, List<ConsumerRecord<byte[], byte[]>> records, long now, Set<TopicPartition> fenced)
            throws IOException, LandingRefusedException {
        PartitionLanding landing = owned.landing();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() != landing.position() && !fenced.contains(owned.id())) {
                passHole(owned, record.offset(), fenced);
            }
            if (fenced.contains(owned.id())) {
                return;
            }
            int filesBefore = landing.openFiles();
            append(landing, record, now);
            if (landing.openBytes() >= limits.maxBytes()) {
                fenced.addAll(rotation.commitIfPossible(List.of(owned)));
            } else if (landing.openFiles() > filesBefore && openFiles() > limits.maxOpenFiles()) {
                fenced.addAll(rotation.commitIfPossible(List.of(ownerOfMostFiles())));
            }
        }
    }

    private void append(PartitionLanding landing, ConsumerRecord<byte[], byte[]> record, long now) throws IOException {
        RowOutcome outcome = rows.write(record, now, buffer);
        if (outcome instanceof RowOutcome.Row row) {
            landing.appendRow(buffer.bytes(), buffer.length(), row.eventTime());
        } else if (outcome instanceof RowOutcome.Rejected rejected) {
            landing.appendQuarantined(QuarantineLine.of(record, rejected.reason()));
        }
    }

    /**
     * Offsets without records come from compaction and from transactions, and the topic must have neither: so a hole is a
     * loss like any other. What is before it is committed, so that the hole is a segment of its own.
     */
    private void passHole(OwnedPartition owned, long next, Set<TopicPartition> fenced)
            throws IOException, LandingRefusedException {
        long position = owned.landing().position();
        if (next < position) {
            throw new IllegalStateException(owned.id() + ": offset " + next + " came after " + (position - 1));
        }
        String loss = "offsets " + position + " to " + (next - 1)
                + " are no records in Kafka (is the topic compacted, or written by transactions?)";
        partitions.requireGapAccepted(owned.id().toString(), loss);
        fenced.addAll(rotation.commit(List.of(owned)));
        if (!fenced.contains(owned.id()) && !rotation.commitGap(owned, next, loss)) {
            fenced.add(owned.id());
        }
    }

    private int openFiles() {
        return partitions.owned().stream()
                .mapToInt(owned -> owned.landing().openFiles())
                .sum();
    }

    private OwnedPartition ownerOfMostFiles() {
        Collection<OwnedPartition> all = partitions.owned();
        return all.stream()
                .max(Comparator.comparingInt(owned -> owned.landing().openFiles()))
                .orElseThrow();
    }
}
