package io.tidemark.landing.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group's offsets in Kafka, for the tools that show lag. Nothing is ever read back from them to decide where to land,
 * so a failure to publish is a line in the log.
 */
final class PublishedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedOffsets.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> published = new HashMap<>();

    PublishedOffsets(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Publishes what is landed, unless the group is there or further already. */
    void publish(TopicPartition partition, long landed) {
        try {
            if (landed <= known(partition)) {
                return;
            }
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(landed)), TIMEOUT);
            published.put(partition, landed);
        } catch (KafkaException e) {
            LOG.warn("Offset {} of {} is landed but could not be published: {}", landed, partition, e.toString());
        }
    }

    /** Forgets a partition: its next owner may publish. */
    void forget(TopicPartition partition) {
        published.remove(partition);
    }

    private long known(TopicPartition partition) {
        Long known = published.get(partition);
        if (known == null) {
            OffsetAndMetadata committed =
                    consumer.committed(Set.of(partition), TIMEOUT).get(partition);
            known = committed == null ? -1L : committed.offset();
            published.put(partition, known);
        }
        return known;
    }
}
