package io.tidemark.landing.consume;

import io.tidemark.landing.segment.LandingSite;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells again and again how complete partitions are for which nothing comes. A reader of the progress could not tell them
 * from those of a dead consumer otherwise, and one without any record would hold back all others for ever.
 */
final class QuietPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(QuietPartitions.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final LandingSite site;
    private long nextNanos;

    QuietPartitions(Consumer<byte[], byte[]> consumer, LandingSite site) {
        this.consumer = consumer;
        this.site = site;
        this.nextNanos = site.nanoTime().getAsLong() + INTERVAL_NANOS;
    }

    /**
     * Asks Kafka, every ten seconds, and writes the progress of partitions of which it has nothing that is not landed.
     * What the last fetch said would not do: it goes on saying so while the broker is away.
     */
    void tell(Collection<OwnedPartition> owned) throws IOException {
        if (site.nanoTime().getAsLong() < nextNanos) {
            return;
        }
        nextNanos = site.nanoTime().getAsLong() + INTERVAL_NANOS;
        List<OwnedPartition> quiet = owned.stream()
                .filter(partition -> !partition.landing().hasRecords())
                .toList();
        if (quiet.isEmpty()) {
            return;
        }
        // Before the question: what comes after it is none of the answer's.
        long lookedAt = site.clock().millis();
        Map<TopicPartition, Long> ends;
        try {
            ends = consumer.endOffsets(quiet.stream().map(OwnedPartition::id).collect(Collectors.toList()), TIMEOUT);
        } catch (RetriableException e) {
            LOG.debug("Kafka does not answer, asking again later: {}", e.toString());
            return;
        }
        for (OwnedPartition partition : quiet) {
            Long end = ends.get(partition.id());
            if (end != null && end == partition.landing().chain().end()) {
                partition.landing().writeProgress(partition.topicId(), end, lookedAt);
            }
        }
    }
}
