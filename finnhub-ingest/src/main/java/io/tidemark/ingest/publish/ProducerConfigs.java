package io.tidemark.ingest.publish;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the producer is set up: nothing lost, nothing doubled, large batches. */
public final class ProducerConfigs {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;
    private static final int LINGER_MS = 10;
    /** A broker may be away for hours: the backlog holds the feed back meanwhile, and no record is given up. */
    private static final int NEVER_GIVE_UP_MS = Integer.MAX_VALUE;

    private static final long ONE_DAY_MS = 86_400_000L;
    /** Gaps may be weeks apart, and their topic's partitions must still be known when Kafka is away. */
    private static final long ONE_YEAR_MS = 365 * ONE_DAY_MS;

    private ProducerConfigs() {}

    /** Settings for one producer; {@code maxRequestBytes} is the largest record it can send. */
    public static Map<String, Object> of(String bootstrapServers, int maxRequestBytes) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "finnhub-ingest"),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestBytes),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, NEVER_GIVE_UP_MS),
                Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, ONE_YEAR_MS),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, ONE_DAY_MS));
    }
}
