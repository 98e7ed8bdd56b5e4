package io.tidemark.ingest.gap;

import io.tidemark.contracts.event.FeedGap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns "lost" and "heard again" into gap records: one per outage, from the last instant heard before it to the first one
 * after, however many attempts lie between. Safe for use by many threads.
 */
public final class GapTracker {
    private static final Logger LOG = LoggerFactory.getLogger(GapTracker.class);
    private static final String FEED = "finnhub";

    private final Consumer<FeedGap> gaps;
    /** Epoch ms, zero while nothing has ever been heard. */
    private volatile long lastHeard;

    private volatile @Nullable Outage outage;

    /**
     * A silence that goes on.
     *
     * @param from last instant heard, epoch ms
     * @param symbols subscribed then
     */
    public record Outage(long from, List<String> symbols, String reason) {
        public Outage {
            symbols = List.copyOf(symbols);
        }
    }

    public GapTracker(Consumer<FeedGap> gaps) {
        this.gaps = gaps;
    }

    /** Takes over what the process before this one left behind: since then nobody listened. */
    public synchronized void resume(FeedMemory memory) {
        lastHeard = memory.heardUntil();
        String reason = memory.stopped() ? "ingest was stopped" : "ingest ended without an orderly stop";
        outage = new Outage(memory.heardUntil(), memory.symbols(), reason);
    }

    /** The feed is away; the first reason of an outage counts. Nothing is missed before it was first heard. */
    public synchronized void lost(String reason, List<String> symbols) {
        if (outage == null && lastHeard > 0) {
            outage = new Outage(lastHeard, symbols, reason);
        }
    }

    /**
     * Something was heard and handed to Kafka's producer.
     *
     * @param at epoch ms
     */
    public synchronized void heard(long at) {
        if (outage != null) {
            endOutage(at);
        }
        lastHeard = at;
    }

    private void endOutage(long at) {
        Outage ended = outage;
        if (ended != null) {
            var gap = new FeedGap(FEED, ended.symbols(), ended.from(), Math.max(ended.from(), at), ended.reason());
            LOG.warn("feed was away for {} ms: {}", gap.to() - gap.from(), gap.reason());
            gaps.accept(gap);
            outage = null;
        }
    }

    /** Last instant heard, epoch ms; zero when nothing ever was. */
    public long lastHeard() {
        return lastHeard;
    }

    public Optional<Outage> outage() {
        return Optional.ofNullable(outage);
    }
}
