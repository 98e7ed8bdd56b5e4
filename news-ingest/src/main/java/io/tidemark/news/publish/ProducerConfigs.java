package io.tidemark.news.publish;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the producer is set up: nothing lost or doubled by retries, and an answer within the delivery timeout. */
public final class ProducerConfigs {
    private static final int LINGER_MS = 5;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private ProducerConfigs() {}

    /**
     * Settings for one producer.
     *
     * @param deliveryTimeout after which a record counts as not taken
     * @param maxRequestBytes the largest record it can send
     */
    public static Map<String, Object> of(String bootstrapServers, Duration deliveryTimeout, int maxRequestBytes) {
        int delivery = Math.toIntExact(deliveryTimeout.toMillis());
        int request = Math.min(delivery - LINGER_MS, Math.toIntExact(LONGEST_REQUEST.toMillis()));
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "news-ingest"),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestBytes),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery));
    }
}
