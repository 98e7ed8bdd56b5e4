package io.tidemark.ingest;

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
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.ingest.subscription.SymbolsFile;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The half of the service that faces the feed.
 *
 * @param symbolsFile null when the symbols are in the settings
 */
record FeedParts(
        Subscriptions subscriptions,
        @Nullable SymbolsFile symbolsFile,
        FeedErrors feedErrors,
        GapTracker gaps,
        MemoryKeeper memory,
        OkHttpFeedSockets sockets,
        FeedConnection connection) {

    /**
     * Puts it together.
     *
     * @throws IOException when the file of symbols cannot be read
     */
    static FeedParts of(IngestSettings settings, ServiceContext context, DeliveryParts delivery) throws IOException {
        var finnhub = settings.finnhub();
        var clock = context.clock();
        Optional<SymbolsFile> symbolsFile = finnhub.symbolsFile().map(SymbolsFile::new);
        List<String> symbols = symbolsFile.isPresent()
                ? symbolsFile.get().read()
                : finnhub.symbols().orElse(List.of());
        var subscriptions = new Subscriptions(clock, new RetrySchedule(finnhub.invalidSymbolRetries()), symbols);
        var feedErrors = new FeedErrors(subscriptions, new TokenMask(finnhub.token())::clean);
        var gaps = new GapTracker(gap -> {
            delivery.counters().gaps().increment();
            delivery.sink().gap(gap);
        });
        var stateFile = finnhub.state().file().map(StateFile::new).orElse(null);
        var sockets = new OkHttpFeedSockets(
                finnhub.url(), finnhub.token(), finnhub.maxFrame().bytes());
        var connection = new FeedConnection(
                clock,
                sockets,
                timings(finnhub),
                new SecureRandom(),
                handler(finnhub, context, delivery, feedErrors),
                new OutageObserver(gaps, subscriptions, delivery.counters()));
        return new FeedParts(
                subscriptions,
                symbolsFile.orElse(null),
                feedErrors,
                gaps,
                new MemoryKeeper(stateFile, gaps, delivery.horizon(), subscriptions),
                sockets,
                connection);
    }

    private static FrameHandler handler(
            FinnhubSettings finnhub, ServiceContext context, DeliveryParts delivery, FeedErrors feedErrors) {
        return new FrameHandler(
                new FinnhubFrameParser(new TradeLimits(finnhub.maxAhead())),
                delivery.sink(),
                delivery.deadLetters(),
                feedErrors,
                delivery.counters(),
                context.fatal(),
                finnhub.maxFrame().toIntExact(),
                finnhub.repeatedFrames());
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
