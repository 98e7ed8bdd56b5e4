package io.tidemark.landing.harness;

import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.testkit.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic on a real broker, and a producer that fills it. */
public final class NumberedTopic implements AutoCloseable {
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private final String bootstrapServers;
    private final String name;
    private final int partitions;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final LongFunction<byte[]> events;
    private final List<Future<RecordMetadata>> pending = new ArrayList<>();
    private long numbers;

    private NumberedTopic(String bootstrapServers, String name, int partitions, LongFunction<byte[]> events) {
        this.events = events;
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.partitions = partitions;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_MESSAGE_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Makes a topic of trades; {@code suffix} keeps the topics of one broker apart. */
    public static NumberedTopic trades(TestBroker kafka, String suffix, int partitions)
            throws ExecutionException, InterruptedException {
        var codec = new TradeCodec();
        var topic = new NumberedTopic(
                kafka.bootstrapServers(),
                Topics.TRADES + "." + suffix,
                partitions,
                number -> codec.encode(NumberedTrades.trade(number)));
        topic.make();
        return topic;
    }

    /** Makes a topic of news. */
    public static NumberedTopic news(TestBroker kafka, String suffix, int partitions)
            throws ExecutionException, InterruptedException {
        NumberedTopic topic = newsToCome(kafka, suffix, partitions);
        topic.make();
        return topic;
    }

    /** A topic of news that is not there before {@link #make}. */
    public static NumberedTopic newsToCome(TestBroker kafka, String suffix, int partitions) {
        var codec = new NewsItemCodec();
        return new NumberedTopic(
                kafka.bootstrapServers(),
                Topics.NEWS + "." + suffix,
                partitions,
                number -> codec.encode(NumberedNews.item(number)));
    }

    /** Deletes the topic and makes it again under its name. */
    public void recreate() throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(name)).all().get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !admin.listTopics().names().get().contains(name));
        make();
    }

    /** Sends the next numbered events, spread over the partitions, and waits until they are acknowledged. */
    public void send(int count) throws ExecutionException, InterruptedException {
        for (int i = 0; i < count; i++) {
            send((int) (numbers % partitions), next());
        }
        flush();
    }

    /** Sends one record to one partition; not acknowledged before {@link #flush}. */
    public void send(int partition, byte @Nullable [] value) {
        pending.add(producer.send(new ProducerRecord<>(name, partition, null, value)));
    }

    /** Sends the next numbered events to the first partition in a transaction, whose marker takes an offset of its own. */
    public void sendInTransaction(int count) {
        try (var transactional = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, name),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            for (int i = 0; i < count; i++) {
                pending.add(transactional.send(new ProducerRecord<>(name, 0, null, next())));
            }
            transactional.commitTransaction();
        }
    }

    private byte[] next() {
        return events.apply(numbers++);
    }

    /** Waits until everything that was sent is acknowledged. */
    public void flush() throws ExecutionException, InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> sent : pending) {
            sent.get();
        }
        pending.clear();
    }

    /** Removes the records of a partition below an offset, as retention would. */
    public void deleteBefore(int partition, long offset) throws ExecutionException, InterruptedException {
        admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    /** The offset that the group published, -1 when it did not. */
    public long publishedOffset(String group, int partition) throws ExecutionException, InterruptedException {
        var offset = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(name, partition));
        return offset == null ? -1 : offset.offset();
    }

    /** Offset after the last record of a partition. */
    public long end(int partition) throws ExecutionException, InterruptedException {
        var id = new TopicPartition(name, partition);
        return admin.listOffsets(Map.of(id, OffsetSpec.latest()))
                .partitionResult(id)
                .get()
                .offset();
    }

    /** How many numbered events were sent. */
    public long numbers() {
        return numbers;
    }

    public String name() {
        return name;
    }

    public int partitions() {
        return partitions;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    /**
     * Makes the topic and returns when every partition's leader answers. A producer that is faster can be stuck for its delivery timeout: the
     * leader refuses its first batch, comes up, takes the second, and then holds the first for out of order.
     */
    public void make() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)
                        .configs(Map.of("max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES)))))
                .all()
                .get();
        for (int partition = 0; partition < partitions; partition++) {
            int number = partition;
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> end(number) == 0);
        }
    }
}
