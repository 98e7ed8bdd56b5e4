package io.tidemark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    @Test
    void records_survive_a_restart_on_the_same_directory_and_port(@TempDir Path directory) throws Exception {
        int port = FreePorts.find(1).get(0);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, port)) {
            kafka.createTopic("t", 1);
            send(kafka, "one");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, port)) {
            send(kafka, "two");
            assertThat(readTwo(kafka)).containsExactly("one", "two");
        }
    }

    private static void send(EmbeddedKafka kafka, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("t", text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> readTwo(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.poll.records", 10);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var texts = new java.util.ArrayList<String>();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (texts.size() < 2 && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
            return texts;
        }
    }
}
