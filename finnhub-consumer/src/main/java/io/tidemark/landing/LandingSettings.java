package io.tidemark.landing;

import io.smallrye.config.WithDefault;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.servicekit.config.ByteSize;
import io.tidemark.servicekit.config.Doc;
import io.tidemark.servicekit.service.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of finnhub-consumer. */
public interface LandingSettings extends ServiceSettings {

    Kafka kafka();

    Landing landing();

    /** Where records come from. */
    interface Kafka {
        @Doc("Kafka brokers, host:port separated by commas.")
        String bootstrapServers();

        @Doc("Consumer group; its members share the partitions. Its offsets are published for monitoring only. The news"
                + " have a group of their own, with -news behind this name.")
        @WithDefault("finnhub-consumer")
        String groupId();

        @Doc("Topic of the trades.")
        @WithDefault(Topics.TRADES)
        String topic();

        @Doc("Topic of the news.")
        @WithDefault(Topics.NEWS)
        String newsTopic();
    }

    /** Where they go to. */
    interface Landing {
        @Doc(
                "Landing directory, for example finnhub-data; the trades go to trades/ in it, the news to news/. It must be"
                        + " on a file system with hard links.")
        Path directory();

        @Doc("What is landed: trades, news, or both.")
        @WithDefault("trades,news")
        List<String> datasets();

        @Doc("Record offsets that Kafka has lost as a gap and go on; without this, such a loss stops the service."
                + " Also given as --accept-gap.")
        @WithDefault("false")
        boolean acceptGap();

        @Doc("A trade or news item whose time is further than this beyond the clock goes to quarantine.")
        @WithDefault("1d")
        Duration maxFuture();

        @Doc("Files open at once over all segments, each with a buffer of 64 KiB, shared equally by the datasets; above"
                + " its share the dataset's segment with the most is committed early.")
        @WithDefault("1000")
        int maxOpenFiles();

        Segment segment();
    }

    /** When a segment is committed, and with that visible. */
    interface Segment {
        @Doc("Length of a segment's rows at which it is committed.")
        @WithDefault("64MiB")
        ByteSize maxBytes();

        @Doc("Age at which a segment is committed, though it be small: how far the files are behind the feed.")
        @WithDefault("60s")
        Duration maxAge();
    }
}
