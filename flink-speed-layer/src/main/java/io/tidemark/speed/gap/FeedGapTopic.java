package io.tidemark.speed.gap;

import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The topic of feed gaps as a source. It may be missing: ingest makes it, and it is read as soon as it is there.
 *
 * @param bootstrapServers brokers to begin with
 * @param topic usually {@code Topics.FEED_GAPS}
 * @param groupId under which offsets are committed, for lag monitors only
 * @param discovery how often the topic and its partitions are looked for
 */
public record FeedGapTopic(String bootstrapServers, String topic, String groupId, Duration discovery) {

    /** A source without an end. */
    public KafkaSource<ObservedGap> source() {
        return KafkaSource.<ObservedGap>builder()
                .setBootstrapServers(bootstrapServers)
                // A name would have to exist, a pattern need not match.
                .setTopicPattern(Pattern.compile(Pattern.quote(topic)))
                .setGroupId(groupId)
                .setClientIdPrefix(groupId + "-gaps")
                // Few records, and rows that are there already stay: reading again is better than missing one.
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new FeedGapDeserializer())
                .setProperty("partition.discovery.interval.ms", Long.toString(discovery.toMillis()))
                .setProperty("commit.offsets.on.checkpoint", "true")
                .build();
    }
}
