package io.tidemark.ingest;

import io.tidemark.ingest.publish.BacklogWatch;
import io.tidemark.ingest.status.IngestGauges;
import io.tidemark.ingest.status.IngestHealth;
import io.tidemark.ingest.status.StatusRoute;
import io.tidemark.ingest.status.SymbolsRoute;
import io.tidemark.ingest.subscription.SymbolsFileWatch;
import io.tidemark.servicekit.service.Service;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: topics first, then the feed; on stop the feed first, then what is under way to Kafka. */
final class IngestService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration FILE_POLL = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final DeliveryParts delivery;
    private final FeedParts feed;
    private final Ticker ticker;
    private final Duration flushPatience;

    private IngestService(DeliveryParts delivery, FeedParts feed, Ticker ticker, Duration stopTimeout) {
        this.delivery = delivery;
        this.feed = feed;
        this.ticker = ticker;
        // The rest of the timeout is for the feed's close and the last words.
        this.flushPatience = stopTimeout.multipliedBy(3).dividedBy(4);
    }

    /**
     * Puts the service together.
     *
     * @throws IOException when the file of symbols cannot be read
     */
    static Service create(IngestSettings settings, ServiceContext context) throws IOException {
        var delivery = DeliveryParts.of(settings, context);
        var feed = FeedParts.of(settings, context, delivery);
        var ticker = new Ticker(context.clock(), context.fatal())
                .every(TICK, feed.connection()::tick)
                .every(TICK, feed.subscriptions()::tick)
                .every(WATCH, new BacklogWatch(delivery.backlog())::look)
                .every(settings.finnhub().state().interval(), feed.memory()::keep);
        if (feed.symbolsFile() != null) {
            ticker.every(FILE_POLL, new SymbolsFileWatch(feed.symbolsFile(), feed.subscriptions())::poll);
        }
        show(delivery, feed, ticker, context);
        return new IngestService(delivery, feed, ticker, settings.stopTimeout());
    }

    private static void show(DeliveryParts delivery, FeedParts feed, Ticker ticker, ServiceContext context) {
        var status = new StatusRoute(
                feed.connection(),
                feed.subscriptions(),
                feed.feedErrors(),
                feed.gaps(),
                delivery.backlog(),
                delivery.counters());
        context.http().route("/status", status);
        context.http().route("/symbols", new SymbolsRoute(feed.subscriptions()));
        var health = context.health();
        health.addLiveness("ticker", ticker::health);
        health.addReadiness(
                "feed",
                () -> IngestHealth.feed(
                        feed.connection().status(), feed.subscriptions().all()));
        health.addReadiness("kafka", () -> IngestHealth.kafka(delivery.backlog()));
        health.addReadiness("state", feed.memory()::health);
        IngestGauges.addConnection(context.metrics(), feed.connection(), feed.subscriptions());
        IngestGauges.addSilence(context.metrics(), feed.gaps(), context.clock());
        IngestGauges.addBacklog(context.metrics(), delivery.backlog());
    }

    @Override
    public void start() throws IOException, InterruptedException {
        feed.memory().recall();
        int largestLetter = delivery.topicSetup().ensure(delivery.topicPlan());
        delivery.deadLetters().limitTo(Math.min(delivery.topicPlan().maxLetterBytes(), largestLetter));
        delivery.sink().prepare();
        feed.connection().start();
        ticker.start();
    }

    @Override
    public void stop() throws InterruptedException {
        ticker.stop();
        feed.connection().stop(CLOSE_PATIENCE);
        try {
            delivery.sink().close(flushPatience);
        } finally {
            feed.memory().farewell();
            feed.sockets().close();
            LOG.info("at the end: {}", delivery.counters().values());
        }
    }
}
