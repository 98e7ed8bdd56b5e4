package io.tidemark.quality.scale;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a generated day to {@code market.trades.v1}, as finnhub-ingest would. */
final class DayProducer {
    private final String bootstrapServers;

    DayProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Makes the topic and sends the day.
     *
     * @return sum of the volumes
     * @throws IOException when a trade was not acknowledged
     */
    double send(GeneratedDay day, int partitions) throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            // The day's records carry the time of sending, but a day of the past must not be what retention deletes.
            var topic = new NewTopic(Topics.TRADES, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
            awaitLeaders(admin, partitions);
        }
        var codec = new TradeCodec();
        var failure = new AtomicReference<Exception>();
        double volume = 0;
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < day.size() && failure.get() == null; i++) {
                Trade trade = day.trade(i);
                volume += trade.volume();
                byte[] key = trade.symbol().getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(
                        new ProducerRecord<>(Topics.TRADES, key, codec.encode(trade)), (metadata, refused) -> {
                            if (refused != null) {
                                failure.set(refused);
                            }
                        });
            }
        }
        Exception refused = failure.get();
        if (refused != null) {
            throw new IOException("Kafka did not take a trade: " + refused.getMessage(), refused);
        }
        return volume;
    }

    /** A producer that is faster than a new leader's start may never get its first batches in order. */
    private static void awaitLeaders(Admin admin, int partitions) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(Topics.TRADES, partition), OffsetSpec.latest());
        }
        admin.listOffsets(ends).all().get();
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "batch.size",
                131_072,
                "linger.ms",
                10);
    }
}
