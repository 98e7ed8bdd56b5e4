package io.tidemark.speed;

import io.tidemark.contracts.conditions.SaleConditionRules;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the job is asked to do. Knows nothing of Flink, so that settings are checked where there is none.
 *
 * @param kafka where trades come from
 * @param database where rows go
 * @param checkpoints where state survives
 * @param rules which part of a bar a trade may update
 * @param maxAhead how far a trade's time may lie ahead
 * @param timing the topology's times
 * @param news what is done with news
 * @param flushEvery how long what one task has for the next waits at most
 * @param parallelism of every operator; empty leaves it to the cluster
 * @param httpPort of Flink's REST interface when the job runs in this process
 */
record SpeedLayerSettings(
        Kafka kafka,
        Database database,
        Checkpoints checkpoints,
        SaleConditionRules rules,
        Duration maxAhead,
        SpeedLayerTiming timing,
        NewsSettings news,
        Duration flushEvery,
        OptionalInt parallelism,
        int httpPort) {

    /**
     * Brokers and topics.
     *
     * @param bootstrapServers brokers to begin with
     * @param topic of trades
     * @param gapTopic of feed gaps
     * @param groupId under which offsets are committed for lag monitors
     * @param partitionDiscovery how often new partitions are looked for
     */
    record Kafka(String bootstrapServers, String topic, String gapTopic, String groupId, Duration partitionDiscovery) {}

    /**
     * The database.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param user usually {@code speed_writer}
     * @param password of that user
     */
    record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + url + " as " + user + "]";
        }
    }

    /**
     * Checkpoints.
     *
     * @param directory path or URI
     * @param interval between two
     */
    record Checkpoints(String directory, Duration interval) {}
}
