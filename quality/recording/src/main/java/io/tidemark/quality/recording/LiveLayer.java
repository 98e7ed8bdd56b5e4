package io.tidemark.quality.recording;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** How far the speed layer has come. */
final class LiveLayer implements AutoCloseable {
    private static final String TOPIC = "market.trades.v1";
    private static final String GROUP = "flink-speed-layer";
    private static final String MADE_OF = "SELECT coalesce((SELECT sum(trades) FROM serving.bars_1m), 0)"
            + " + coalesce((SELECT sum(trades) FROM serving.late_trades), 0)";

    private final Stack stack;
    private final Hops hops;
    private final Admin kafka;

    LiveLayer(Stack stack, Hops hops) {
        this.stack = stack;
        this.hops = hops;
        this.kafka = Admin.create(Map.of(
                "bootstrap.servers", "127.0.0.1:" + stack.options().ports().kafka()));
    }

    /** Trades in served bars, and trades that came too late for one. */
    long trades() throws SQLException {
        try (Connection connection = stack.connectAsReader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MADE_OF)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Waits until the job has read the whole topic, as its last complete checkpoint says, and its bars stand still: what it
     * wrote too much would be there by then.
     */
    void awaitAll(long trades) throws PartFailed, IOException, InterruptedException, SQLException {
        hops.await("live", this::trades, reached -> reached >= trades);
        hops.await("records not yet behind a checkpoint", this::lag, behind -> behind == 0);
        long[] before = {-1};
        hops.await("live, and standing still", this::trades, reached -> {
            boolean still = reached == before[0];
            before[0] = reached;
            return still;
        });
    }

    private long lag() throws IOException, InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = kafka.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            TopicDescription topic = Objects.requireNonNull(
                    kafka.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC), TOPIC);
            long behind = 0;
            for (TopicPartitionInfo partition : topic.partitions()) {
                var key = new TopicPartition(TOPIC, partition.partition());
                long end = kafka.listOffsets(Map.of(key, OffsetSpec.latest()))
                        .partitionResult(key)
                        .get()
                        .offset();
                OffsetAndMetadata committed = read.get(key);
                behind += end - (committed == null ? 0 : committed.offset());
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not say how far " + GROUP + " has read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
