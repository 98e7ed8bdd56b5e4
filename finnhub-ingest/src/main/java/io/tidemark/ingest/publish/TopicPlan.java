package io.tidemark.ingest.publish;

import io.tidemark.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How topics are made that are not there yet; existing ones are left as they are.
 *
 * @param partitions of the trades' topic
 * @param replicationFactor of all topics
 * @param tradesRetention how long Kafka keeps trades, counted from their receipt
 * @param maxLetterBytes largest dead letter as a record
 */
public record TopicPlan(int partitions, short replicationFactor, Duration tradesRetention, int maxLetterBytes) {
    private static final String FOR_EVER = "-1";
    private static final String DEAD_LETTER_RETENTION_MS =
            Long.toString(Duration.ofDays(30).toMillis());

    List<NewTopic> topics() {
        return List.of(
                new NewTopic(Topics.TRADES, partitions, replicationFactor)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(tradesRetention.toMillis()))),
                // Few records, and charts of the past need them: kept for ever.
                new NewTopic(Topics.FEED_GAPS, 1, replicationFactor)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)),
                new NewTopic(Topics.DEAD_LETTERS, 1, replicationFactor)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                DEAD_LETTER_RETENTION_MS,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(maxLetterBytes))));
    }
}
