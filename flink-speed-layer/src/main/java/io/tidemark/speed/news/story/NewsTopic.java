package io.tidemark.speed.news.story;

import io.tidemark.speed.trade.EarliestOrStop;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.KafkaSource;

/**
 * The news topic as a source. It need not be there: news-ingest makes it, which may come later or never. Subscribed to by
 * name, an absent topic would fail the job; subscribed to by a pattern that fits this name alone, it is found when it is
 * looked for next.
 *
 * @param bootstrapServers brokers to begin with
 * @param topic usually {@code Topics.NEWS}
 * @param groupId under which offsets are committed, for lag monitors only: the checkpoint is what counts
 * @param partitionDiscovery how often the topic and its new partitions are looked for
 */
public record NewsTopic(String bootstrapServers, String topic, String groupId, Duration partitionDiscovery) {

    /**
     * A source without an end.
     *
     * @param maxAhead how far publication may lie after receipt, and receipt after now
     * @param clock this machine's time
     */
    public KafkaSource<IncomingNews> source(Duration maxAhead, Clock clock) {
        return KafkaSource.<IncomingNews>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopicPattern(Pattern.compile(Pattern.quote(topic)))
                .setGroupId(groupId)
                .setStartingOffsets(new EarliestOrStop())
                .setDeserializer(new NewsDeserializer(maxAhead, clock))
                .setProperty("partition.discovery.interval.ms", Long.toString(partitionDiscovery.toMillis()))
                .setProperty("commit.offsets.on.checkpoint", "true")
                .build();
    }
}
