package io.tidemark.speed.trade;

import io.tidemark.contracts.conditions.SaleConditionRules;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.connector.kafka.source.KafkaSource;

/**
 * The trade topic as a source.
 *
 * @param bootstrapServers brokers to begin with
 * @param topic usually {@code Topics.TRADES}
 * @param groupId under which offsets are committed, for lag monitors only: the checkpoint is what counts
 * @param partitionDiscovery how often new partitions are looked for
 */
public record TradeTopic(String bootstrapServers, String topic, String groupId, Duration partitionDiscovery) {

    /**
     * A source without an end.
     *
     * @param rules which part of a bar a trade may update
     * @param maxAhead how far a trade's time may lie after its receipt, and after now
     * @param clock this machine's time
     */
    public KafkaSource<IncomingTrade> source(SaleConditionRules rules, Duration maxAhead, Clock clock) {
        return KafkaSource.<IncomingTrade>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(groupId)
                .setStartingOffsets(new EarliestOrStop())
                .setDeserializer(new TradeDeserializer(rules, maxAhead, clock))
                .setProperty("partition.discovery.interval.ms", Long.toString(partitionDiscovery.toMillis()))
                .setProperty("commit.offsets.on.checkpoint", "true")
                .build();
    }
}
