package io.tidemark.news;

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

    @Doc("How long a record may wait for its acknowledgement; after that it comes again with the next round.")
    @WithDefault("2m")
    Duration deliveryTimeout();

    Topic topic();

    /** How topics are made that are not there yet. */
    interface Topic {
        @Doc("Partitions of market.news.v1 when it has to be made.")
        @WithDefault("3")
        int partitions();

        @Doc("Replication factor of topics that have to be made.")
        @WithDefault("1")
        short replicationFactor();

        @Doc("How long Kafka keeps news when the topic has to be made.")
        @WithDefault("30d")
        Duration newsRetention();
    }
}
