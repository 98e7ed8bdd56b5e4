package io.tidemark.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker with no topics: Kafka in this process or, with {@code -Dtidemark.containers=true}, the image of the compose
 * stack in a container. Topics are made on request only.
 */
public interface TestBroker extends AutoCloseable {

    /**
     * Starts a broker on a free port.
     *
     * @param directory where one in this process keeps its log; made when absent
     * @throws IOException when it cannot be formatted or started
     */
    static TestBroker start(Path directory) throws IOException {
        return Boolean.getBoolean("tidemark.containers") ? ContainerKafka.start() : EmbeddedKafka.start(directory);
    }

    /** Address for clients, {@code host:port}. */
    String bootstrapServers();

    /** Makes a topic with one replica, and waits until it can be written. */
    default void createTopic(String name, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
            awaitMetadata(name);
            // A producer that is faster than a new leader's start may never get its first batches in order.
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
            }
            admin.listOffsets(ends).all().get();
        }
    }

    /**
     * Waits until the broker knows the topic that its controller has made: a client waits for metadata, the admin's
     * questions fail without them.
     */
    private void awaitMetadata(String name) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(name);
        }
    }

    @Override
    void close();
}
