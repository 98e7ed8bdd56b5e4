package io.tidemark.ingest.count;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts since the start of the process, exact once nothing is under way. Each is shown under the same name by
 * {@code /status} and as {@code ingest_..._total} by {@code /metrics}.
 */
public final class IngestCounters {
    private final Map<String, LongAdder> byName = new LinkedHashMap<>();

    private final LongAdder framesReceived;
    private final LongAdder pings;
    private final LongAdder feedErrors;
    private final LongAdder tradesReceived;
    private final LongAdder priceUpdates;
    private final LongAdder tradesAcknowledged;
    private final LongAdder deadLetters;
    private final LongAdder deadLettersAcknowledged;
    private final LongAdder suspectedDuplicateFrames;
    private final LongAdder reconnects;
    private final LongAdder gaps;
    private final LongAdder gapsAcknowledged;

    public IngestCounters(MeterRegistry metrics) {
        framesReceived = add(metrics, "framesReceived", "ingest.frames.received", "Frames of any kind");
        pings = add(metrics, "pings", "ingest.pings", "Frames that only say that the feed is alive");
        feedErrors = add(metrics, "feedErrors", "ingest.feed.errors", "Error frames");
        tradesReceived =
                add(metrics, "tradesReceived", "ingest.trades.received", "Valid trades, price updates among them");
        priceUpdates = add(metrics, "priceUpdates", "ingest.price.updates", "Trades of volume zero");
        tradesAcknowledged =
                add(metrics, "tradesAcknowledged", "ingest.trades.acknowledged", "Trades that Kafka has taken");
        deadLetters = add(metrics, "deadLetters", "ingest.dead.letters", "Frames and trades refused");
        deadLettersAcknowledged = add(
                metrics,
                "deadLettersAcknowledged",
                "ingest.dead.letters.acknowledged",
                "Dead letters that Kafka has taken");
        suspectedDuplicateFrames = add(
                metrics,
                "suspectedDuplicateFrames",
                "ingest.frames.suspected.duplicate",
                "Trade frames equal to one of the last 16");
        reconnects = add(metrics, "reconnects", "ingest.reconnects", "Connections opened after the first");
        gaps = add(metrics, "gaps", "ingest.gaps", "Outages of the feed that ended");
        gapsAcknowledged =
                add(metrics, "gapsAcknowledged", "ingest.gaps.acknowledged", "Gap records that Kafka has taken");
    }

    private LongAdder add(MeterRegistry metrics, String name, String metric, String description) {
        var adder = new LongAdder();
        byName.put(name, adder);
        FunctionCounter.builder(metric, adder, LongAdder::sum)
                .description(description)
                .register(metrics);
        return adder;
    }

    /** All counts by name, in a fixed order. */
    public Map<String, Long> values() {
        var values = new LinkedHashMap<String, Long>();
        byName.forEach((name, adder) -> values.put(name, adder.sum()));
        return values;
    }

    public LongAdder framesReceived() {
        return framesReceived;
    }

    public LongAdder pings() {
        return pings;
    }

    public LongAdder feedErrors() {
        return feedErrors;
    }

    public LongAdder tradesReceived() {
        return tradesReceived;
    }

    public LongAdder priceUpdates() {
        return priceUpdates;
    }

    public LongAdder tradesAcknowledged() {
        return tradesAcknowledged;
    }

    public LongAdder deadLetters() {
        return deadLetters;
    }

    public LongAdder deadLettersAcknowledged() {
        return deadLettersAcknowledged;
    }

    public LongAdder suspectedDuplicateFrames() {
        return suspectedDuplicateFrames;
    }

    public LongAdder reconnects() {
        return reconnects;
    }

    public LongAdder gaps() {
        return gaps;
    }

    public LongAdder gapsAcknowledged() {
        return gapsAcknowledged;
    }
}
