package io.tidemark.news.publish;

import io.tidemark.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How topics are made that are not there yet; existing ones are left as they are.
 *
 * @param partitions of the topic of news
 * @param replicationFactor of all topics
 * @param newsRetention how long Kafka keeps news, counted from their receipt
 * @param maxLetterBytes largest dead letter as a record
 */
public record TopicPlan(int partitions, short replicationFactor, Duration newsRetention, int maxLetterBytes) {
    private static final Duration LETTER_RETENTION = Duration.ofDays(30);

    List<NewTopic> topics() {
        return List.of(
                new NewTopic(Topics.NEWS, partitions, replicationFactor)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(newsRetention.toMillis()))),
                new NewTopic(Topics.DEAD_LETTERS, 1, replicationFactor)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(LETTER_RETENTION.toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(maxLetterBytes))));
    }
}
