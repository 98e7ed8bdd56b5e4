package io.tidemark.ingest;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.feed.BackoffPolicy;
import io.tidemark.ingest.feed.FeedConnection;
import io.tidemark.ingest.feed.FeedTimings;
import io.tidemark.ingest.feed.OkHttpFeedSockets;
import io.tidemark.ingest.feed.TokenMask;
import io.tidemark.ingest.frame.FinnhubFrameParser;
import io.tidemark.ingest.frame.TradeLimits;
import io.tidemark.ingest.gap.GapTracker;
import io.tidemark.ingest.gap.MemoryKeeper;
import io.tidemark.ingest.gap.StateFile;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.publish.DeadLetters;
import io.tidemark.ingest.publish.DeliveryHorizon;
import io.tidemark.ingest.publish.KafkaEventSink;
import io.tidemark.ingest.publish.ProducerConfigs;
import io.tidemark.ingest.publish.TopicPlan;
import io.tidemark.ingest.publish.TopicSetup;
import io.tidemark.ingest.status.IngestHealth;
import io.tidemark.ingest.status.StatusRoute;
import io.tidemark.ingest.status.SymbolsRoute;
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.ingest.subscription.SymbolsFile;
import io.tidemark.ingest.subscription.SymbolsFileWatch;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The objects of the service and how they hang together; nothing runs yet. */
record IngestGraph(
        TopicSetup topicSetup,
        TopicPlan topicPlan,
        DeadLetters deadLetters,
        MemoryKeeper memory,
        FeedConnection connection,
        OkHttpFeedSockets sockets,
        KafkaEventSink sink,
        Ticker ticker) {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration FILE_POLL = Duration.ofSeconds(2);
    private static final int SMALLEST_MAX_REQUEST = 1 << 20;
    private static final int LETTER_ENVELOPE = 64 << 10;

    static IngestGraph of(IngestSettings settings, ServiceContext context) throws IOException {
        var clock = context.clock();
        var finnhub = settings.finnhub();
        var kafka = settings.kafka();

        var counters = new IngestCounters(context.metrics());
        var backlog = new Backlog(clock, kafka.maxInFlight());
        var horizon = new DeliveryHorizon();
        var topicPlan = topicPlan(settings);
        var producer = new KafkaProducer<byte[], byte[]>(
                ProducerConfigs.of(kafka.bootstrapServers(), topicPlan.maxLetterBytes()));
        new KafkaClientMetrics(producer).bindTo(context.metrics());
        var sink = new KafkaEventSink(producer, backlog, horizon, counters, context.fatal());
        var deadLetters = new DeadLetters(sink, counters, topicPlan.maxLetterBytes());

        var symbolsFile = finnhub.symbolsFile().map(SymbolsFile::new);
        List<String> symbols = symbolsFile.isPresent()
                ? symbolsFile.get().read()
                : finnhub.symbols().orElse(List.of());
        var subscriptions = new Subscriptions(clock, new RetrySchedule(finnhub.invalidSymbolRetries()), symbols);
        var feedErrors = new FeedErrors(subscriptions, new TokenMask(finnhub.token())::clean);

        var gaps = new GapTracker(gap -> {
            counters.gaps().increment();
            sink.gap(gap);
        });
        var memory =
                new MemoryKeeper(finnhub.state().file().map(StateFile::new).orElse(null), gaps, horizon, subscriptions);
        var handler = new FrameHandler(
                new FinnhubFrameParser(new TradeLimits(finnhub.maxAhead())),
                sink,
                deadLetters,
                feedErrors,
                counters,
                context.fatal(),
                finnhub.maxFrame().toIntExact());
        var sockets = new OkHttpFeedSockets(finnhub.url(), finnhub.token());
        var connection = new FeedConnection(
                clock,
                sockets,
                timings(finnhub),
                new SecureRandom(),
                handler,
                new OutageObserver(gaps, subscriptions, counters));

        var ticker = new Ticker(clock, context.fatal())
                .every(TICK, connection::tick)
                .every(TICK, subscriptions::tick)
                .every(finnhub.state().interval(), memory::keep);
        symbolsFile.ifPresent(file -> ticker.every(FILE_POLL, new SymbolsFileWatch(file, subscriptions)::poll));

        context.http()
                .route("/status", new StatusRoute(connection, subscriptions, feedErrors, gaps, backlog, counters));
        context.http().route("/symbols", new SymbolsRoute(subscriptions));
        context.health().addLiveness("ticker", ticker::health);
        context.health().addReadiness("feed", () -> IngestHealth.feed(connection.status(), subscriptions.all()));
        context.health().addReadiness("kafka", () -> IngestHealth.kafka(backlog));
        context.health().addReadiness("state", memory::health);
        return new IngestGraph(
                new TopicSetup(kafka.bootstrapServers(), kafka.startupTimeout()),
                topicPlan,
                deadLetters,
                memory,
                connection,
                sockets,
                sink,
                ticker);
    }

    private static TopicPlan topicPlan(IngestSettings settings) {
        int base64 = settings.finnhub().maxFrame().toIntExact() / 3 * 4 + LETTER_ENVELOPE;
        var topic = settings.kafka().topic();
        return new TopicPlan(
                topic.partitions(),
                topic.replicationFactor(),
                topic.tradesRetention(),
                Math.max(SMALLEST_MAX_REQUEST, base64));
    }

    private static FeedTimings timings(FinnhubSettings finnhub) {
        double jitter = finnhub.backoff().jitter();
        return new FeedTimings(
                new BackoffPolicy(finnhub.backoff().first(), finnhub.backoff().longest(), jitter),
                new BackoffPolicy(finnhub.rejected().first(), finnhub.rejected().longest(), jitter),
                finnhub.backoff().stable(),
                finnhub.maxSilence());
    }
}
