package io.tidemark.ingest;

import io.tidemark.contracts.event.Trade;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.feed.FrameListener;
import io.tidemark.ingest.frame.FeedEvent;
import io.tidemark.ingest.frame.FinnhubFrame;
import io.tidemark.ingest.frame.FinnhubFrameParser;
import io.tidemark.ingest.frame.RecentFrames;
import io.tidemark.ingest.frame.RejectedTrade;
import io.tidemark.ingest.frame.RepeatedFrames;
import io.tidemark.ingest.publish.DeadLetters;
import io.tidemark.ingest.publish.EventSink;
import io.tidemark.ingest.publish.SinkClosedException;
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.servicekit.service.FatalErrors;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where frames become deliveries. It waits while Kafka is behind; nothing it is handed is dropped, and a failure of its
 * own is fatal rather than a lost frame.
 */
final class FrameHandler implements FrameListener {
    private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);

    /** What is kept of a frame that is too long. */
    private static final int KEPT_OF_LONG_FRAMES = 64 * 1024;

    private final FinnhubFrameParser parser;
    private final EventSink sink;
    private final DeadLetters deadLetters;
    private final FeedErrors feedErrors;
    private final IngestCounters counters;
    private final FatalErrors fatal;
    private final int maxLength;
    private final RepeatedFrames repeated;
    private final RecentFrames recent = new RecentFrames();

    FrameHandler(
            FinnhubFrameParser parser,
            EventSink sink,
            DeadLetters deadLetters,
            FeedErrors feedErrors,
            IngestCounters counters,
            FatalErrors fatal,
            int maxLength,
            RepeatedFrames repeated) {
        this.parser = parser;
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.feedErrors = feedErrors;
        this.counters = counters;
        this.fatal = fatal;
        this.maxLength = maxLength;
        this.repeated = repeated;
    }

    /** Called for one frame at a time; a connection's last frame may overlap with the next one's first. */
    @Override
    public synchronized void onFrame(FinnhubFrame frame) {
        counters.framesReceived().increment();
        guarded(frame.origin(), () -> {
            if (frame.text().length() > maxLength) {
                deadLetters.longFrame(
                        frame,
                        Math.min(KEPT_OF_LONG_FRAMES, maxLength),
                        "frame of " + frame.text().length() + " characters, more than " + maxLength
                                + " (finnhub.max-frame); only its beginning is kept");
            } else {
                dispatch(frame, parser.parse(frame));
            }
        });
    }

    @Override
    public synchronized void onBinary(byte[] bytes, String origin, long receivedAt) {
        counters.framesReceived().increment();
        guarded(origin, () -> deadLetters.bytes(bytes, "binary frame, text was expected", origin, receivedAt));
    }

    private void dispatch(FinnhubFrame frame, FeedEvent event) {
        if (event instanceof FeedEvent.Trades trades) {
            onTrades(frame, trades);
        } else if (event instanceof FeedEvent.FeedError error) {
            counters.feedErrors().increment();
            feedErrors.onError(error.message());
        } else if (event instanceof FeedEvent.Unreadable unreadable) {
            deadLetters.frame(frame, unreadable.reason());
        } else {
            counters.pings().increment();
        }
    }

    private void onTrades(FinnhubFrame frame, FeedEvent.Trades event) {
        List<Trade> trades = event.trades();
        if (recent.seenBefore(frame.text())) {
            counters.suspectedDuplicateFrames().increment();
            if (repeated == RepeatedFrames.DIVERT) {
                deadLetters.frame(frame, "equal to a frame shortly before (finnhub.repeated-frames=divert)");
                return;
            }
        }
        counters.tradesReceived().add(trades.size());
        counters.priceUpdates().add(trades.stream().filter(Trade::isPriceUpdate).count());
        if (!trades.isEmpty()) {
            sink.trades(trades);
        }
        for (RejectedTrade rejected : event.rejected()) {
            deadLetters.trade(frame, rejected);
        }
    }

    private void guarded(String origin, Runnable handling) {
        try {
            handling.run();
        } catch (SinkClosedException e) {
            LOG.debug("{} is not taken: {}", origin, e.getMessage());
        } catch (RuntimeException e) {
            fatal.report("could not handle " + origin, e);
        }
    }
}
