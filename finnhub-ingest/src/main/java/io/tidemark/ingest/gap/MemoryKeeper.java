package io.tidemark.ingest.gap;

import io.tidemark.ingest.publish.DeliveryHorizon;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.servicekit.health.ComponentHealth;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down from time to time what has been heard and acknowledged. A file that cannot be written does not stop the
 * feed: trades go on, the service is not ready, and the next success clears it. Confined to one thread but for
 * {@link #health()}.
 */
public final class MemoryKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryKeeper.class);

    private final @Nullable StateFile file;
    private final GapTracker gaps;
    private final DeliveryHorizon horizon;
    private final Subscriptions subscriptions;
    private @Nullable FeedMemory written;
    private volatile @Nullable String failure;

    /**
     * Makes a keeper.
     *
     * @param file null when nothing is to be kept
     */
    public MemoryKeeper(
            @Nullable StateFile file, GapTracker gaps, DeliveryHorizon horizon, Subscriptions subscriptions) {
        this.file = file;
        this.gaps = gaps;
        this.horizon = horizon;
        this.subscriptions = subscriptions;
    }

    /**
     * Tells the gap tracker what was left behind.
     *
     * @throws IOException when it cannot be understood
     */
    public void recall() throws IOException {
        if (file != null) {
            file.read().ifPresent(gaps::resume);
        }
    }

    /** Writes what changed since the last time. */
    public void keep() {
        write(false);
    }

    /** The last word of an orderly stop, once all is acknowledged or given up. */
    public void farewell() {
        write(true);
    }

    /** Down while the file cannot be written. */
    public ComponentHealth health() {
        String reason = failure;
        return reason == null ? ComponentHealth.healthy() : ComponentHealth.failing(reason);
    }

    private void write(boolean stopped) {
        horizon.mark(gaps.lastHeard());
        long settled = horizon.settled();
        if (file == null || settled == 0) {
            return;
        }
        // During an outage nothing is subscribed; the symbols of the time before it are the ones that miss something.
        var symbols = gaps.outage().map(GapTracker.Outage::symbols).orElseGet(subscriptions::active);
        var memory = new FeedMemory(settled, symbols, stopped);
        if (!memory.equals(written)) {
            try {
                file.write(memory);
                written = memory;
                failure = null;
            } catch (IOException e) {
                failure = "finnhub.state.file cannot be written: " + e;
                LOG.warn("a restart would not know how long the feed was away: {}", failure);
            }
        }
    }
}
