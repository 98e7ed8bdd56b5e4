package io.tidemark.ingest;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.Doc;
import java.time.Duration;

/** Where events go. */
public interface KafkaSettings {

    @Doc("Kafka brokers, host:port separated by commas.")
    String bootstrapServers();

    @Doc("How long to wait for Kafka at start before giving up.")
    @WithDefault("60s")
    Duration startupTimeout();

    @Doc("Records that may be sent and not yet acknowledged; beyond it the feed is held back.")
    @WithDefault("100000")
    int maxInFlight();

    Topic topic();

    /** How topics are made that are not there yet. */
    interface Topic {
        @Doc("Partitions of market.trades.v1 when it has to be made.")
        @WithDefault("6")
        int partitions();

        @Doc("Replication factor of topics that have to be made.")
        @WithDefault("1")
        short replicationFactor();

        @Doc("How long Kafka keeps trades when the topic has to be made.")
        @WithDefault("7d")
        Duration tradesRetention();
    }
}
