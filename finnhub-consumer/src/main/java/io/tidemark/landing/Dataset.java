package io.tidemark.landing;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.NewsCsv;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.landing.record.NewsRows;
import io.tidemark.landing.record.RecordRows;
import io.tidemark.landing.record.TradeRows;
import io.tidemark.landing.segment.SegmentSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be landed: a topic, the rows made of it, and the directory that they go to. */
enum Dataset {
    TRADES(LandingLayout.TRADES) {
        @Override
        String topic(LandingSettings.Kafka kafka) {
            return kafka.topic();
        }

        @Override
        String group(LandingSettings.Kafka kafka) {
            return kafka.groupId();
        }

        @Override
        LandingLayout layout(Path landingDirectory) {
            return LandingLayout.trades(landingDirectory);
        }

        @Override
        SegmentSource source(String topic) {
            return new SegmentSource(topic, TradeCsv.HEADER, TradeCsv.SCHEMA_VERSION);
        }

        @Override
        RecordRows rows(Duration maxFuture) {
            return new TradeRows(maxFuture);
        }
    },

    NEWS(LandingLayout.NEWS) {
        @Override
        String topic(LandingSettings.Kafka kafka) {
            return kafka.newsTopic();
        }

        /** Of its own, so that neither dataset's rebalances, nor a hung disk under one, hold up the other. */
        @Override
        String group(LandingSettings.Kafka kafka) {
            return kafka.groupId() + "-" + label();
        }

        @Override
        LandingLayout layout(Path landingDirectory) {
            return LandingLayout.news(landingDirectory);
        }

        @Override
        SegmentSource source(String topic) {
            return new SegmentSource(topic, NewsCsv.HEADER, NewsCsv.SCHEMA_VERSION);
        }

        @Override
        RecordRows rows(Duration maxFuture) {
            return new NewsRows(maxFuture);
        }
    };

    private final String label;

    Dataset(String label) {
        this.label = label;
    }

    /** The dataset's name in settings, paths and metrics. */
    String label() {
        return label;
    }

    /** Kafka topic that it comes from. */
    abstract String topic(LandingSettings.Kafka kafka);

    /** Consumer group that shares its partitions. */
    abstract String group(LandingSettings.Kafka kafka);

    abstract LandingLayout layout(Path landingDirectory);

    /** What its segments hold, and that they come from {@code topic}. */
    abstract SegmentSource source(String topic);

    /** What turns its records into rows. */
    abstract RecordRows rows(Duration maxFuture);

    /** The dataset of that name, if there is one. */
    static Optional<Dataset> named(String name) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.label.equals(name.strip()))
                .findFirst();
    }

    /** The datasets of names that were checked, in their own order. */
    static Set<Dataset> allNamed(List<String> names) {
        Set<Dataset> all = EnumSet.noneOf(Dataset.class);
        names.forEach(name -> all.add(named(name).orElseThrow()));
        return all;
    }

    /** All names, for people. */
    static String names() {
        return Arrays.stream(values()).map(Dataset::label).collect(Collectors.joining(", "));
    }
}
