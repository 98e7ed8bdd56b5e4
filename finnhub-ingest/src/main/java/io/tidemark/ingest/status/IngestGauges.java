package io.tidemark.ingest.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.ingest.feed.FeedConnection;
import io.tidemark.ingest.gap.GapTracker;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.subscription.Subscriptions;
import java.time.InstantSource;

/** The present state as metrics. */
public final class IngestGauges {
    private IngestGauges() {}

    public static void addConnection(MeterRegistry metrics, FeedConnection connection, Subscriptions subscriptions) {
        Gauge.builder("ingest.feed.connected", connection, c -> c.status().connected() ? 1 : 0)
                .description("1 while the connection to the feed is open")
                .register(metrics);
        Gauge.builder("ingest.feed.failures", connection, c -> c.status().failures())
                .description("Failed or lost connections since the feed was last stable")
                .register(metrics);
        Gauge.builder("ingest.symbols.wanted", subscriptions, s -> s.all().size())
                .description("Symbols that should be subscribed")
                .register(metrics);
        Gauge.builder("ingest.symbols.active", subscriptions, s -> s.active().size())
                .description("Symbols subscribed on the open connection")
                .register(metrics);
    }

    public static void addSilence(MeterRegistry metrics, GapTracker gaps, InstantSource clock) {
        Gauge.builder("ingest.feed.silence", gaps, g -> g.lastHeard() == 0 ? 0 : (clock.millis() - g.lastHeard()) / 1e3)
                .description("Time since the last frame")
                .baseUnit("seconds")
                .register(metrics);
    }

    public static void addBacklog(MeterRegistry metrics, Backlog backlog) {
        Gauge.builder("ingest.kafka.in.flight", backlog, Backlog::inFlight)
                .description("Records sent and not acknowledged")
                .register(metrics);
        Gauge.builder("ingest.kafka.holding.feed.back", backlog, b -> b.holding() ? 1 : 0)
                .description("1 while the feed is not read because too much waits for Kafka")
                .register(metrics);
    }
}
