package io.tidemark.quality.latency;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * When each trade was received, by its minute and in the order of its partition: a bar of n trades holds the first n of them,
 * because a symbol's trades are in one partition and the job takes them in order.
 */
final class ReceivedTrades implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TradeCodec codec = new TradeCodec();
    private final Map<MinuteKey, List<Long>> receivedAt = new HashMap<>();

    ReceivedTrades(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Reads the topic from its beginning to what is its end now.
     *
     * @throws DecodeException when a record is no trade
     */
    void readAll() throws DecodeException {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRADES).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                add(codec.decode(record.value()));
            }
        }
    }

    /** Epoch ms of receipt of a minute's trades, in order. */
    Map<MinuteKey, List<Long>> byMinute() {
        return receivedAt;
    }

    private void add(Trade trade) {
        // A price update touches no bar.
        if (!trade.isPriceUpdate()) {
            receivedAt
                    .computeIfAbsent(MinuteKey.of(trade.symbol(), trade.tradeTime()), key -> new ArrayList<>())
                    .add(trade.receivedAt());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
