package io.tidemark.dashboard.market;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.Listeners;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.feed.SnapshotSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of the market for the whole process. Each look makes one immutable snapshot, which every session is
 * offered; no session ever asks the database itself. A look reads what is live; an overview, which costs more, is read
 * when the last one is too old or the batch has published. A failed look keeps the data and changes the status.
 */
public final class MarketFeed implements SnapshotSource<MarketSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);

    private final ServingReader reader;
    private final InstantSource clock;
    private final Executor poller;
    private final WatchedSeries watched = new WatchedSeries();
    private final Listeners<MarketSnapshot> listeners = new Listeners<>();
    private final AtomicBoolean lookWanted = new AtomicBoolean();
    private final Duration overviewPause;
    private Look last = Look.NONE;
    private volatile MarketSnapshot current = MarketSnapshot.STARTING;

    /**
     * Makes a feed that has not looked yet.
     *
     * @param poller runs looks that cannot wait for the next tick; one thread at most
     * @param overviewPause how long an overview is good for; live prices, boundary and newest bars are read in each look
     */
    public MarketFeed(ServingReader reader, InstantSource clock, Executor poller, Duration overviewPause) {
        this.reader = reader;
        this.clock = clock;
        this.poller = poller;
        this.overviewPause = overviewPause;
    }

    @Override
    public MarketSnapshot current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<MarketSnapshot> listener) {
        return listeners.add(listener);
    }

    /** Has a series in the snapshots until the returned handle is run. */
    public Runnable watch(SeriesKey key) {
        watched.add(key);
        pollSoon();
        return () -> watched.remove(key);
    }

    /** The same for a series that is shown beside another, which is watched: it is loaded at least as far back. */
    public Runnable watch(SeriesKey key, SeriesKey beside) {
        watched.add(key, beside);
        pollSoon();
        return () -> watched.remove(key);
    }

    /** Loads more of a watched series' past. */
    public void deepen(SeriesKey key) {
        watched.deepen(key);
        pollSoon();
    }

    /** Pages that are subscribed now. */
    public int listeners() {
        return listeners.count();
    }

    /** Many readers who click while the database is slow are served by one look. */
    private void pollSoon() {
        if (lookWanted.compareAndSet(false, true)) {
            poller.execute(() -> {
                lookWanted.set(false);
                poll();
            });
        }
    }

    /** Looks into the database once and tells everybody. Never throws for a database that is away. */
    public synchronized void poll() {
        MarketSnapshot before = current;
        MarketSnapshot now = look(before);
        report(before.status(), now.status());
        current = now;
        listeners.tell(now);
    }

    private MarketSnapshot look(MarketSnapshot before) {
        Map<SeriesKey, Integer> depths = watched.depths();
        try {
            Look look = reader.readAtOnce(session -> read(session, before, depths));
            last = look;
            return look.snapshot.equals(before) ? before : look.snapshot;
        } catch (ServingUnavailableException e) {
            return before.with(before.status().failed(clock.instant(), e.fault()));
        }
    }

    private Look read(ServingSession session, MarketSnapshot before, Map<SeriesKey, Integer> depths) {
        LiveState live = session.live();
        Instant now = clock.instant();
        boolean whole = !(before.status() instanceof FeedStatus.Current)
                || !now.isBefore(last.overviewAt.plus(overviewPause))
                || !Objects.equals(before.overview().coverage(), live.coverage());
        Overview served = whole ? session.overview().drawnUpTo(live) : last.served;
        Overview overview = served.at(live);
        Map<SeriesKey, BarSeries> series = new SeriesLoader(before, last.depths).load(session, overview, depths, whole);
        MarketSnapshot snapshot = new MarketSnapshot(FeedStatus.Current.INSTANCE, overview, series);
        return new Look(snapshot, served, whole ? now : last.overviewAt, depths);
    }

    private static void report(FeedStatus before, FeedStatus now) {
        if (now instanceof FeedStatus.Away away && !(before instanceof FeedStatus.Away)) {
            LOG.warn(
                    "The serving layer cannot be read, trying on: {} ({})",
                    away.fault().detail(),
                    away.fault().kind());
        } else if (now instanceof FeedStatus.Current && !(before instanceof FeedStatus.Current)) {
            LOG.info("The serving layer is read");
        }
    }

    /**
     * What came of the last look that succeeded.
     *
     * @param served the overview as it was read, before live prices were laid over it
     * @param overviewAt when that was read
     * @param depths how deep each series of the snapshot is loaded
     */
    private record Look(MarketSnapshot snapshot, Overview served, Instant overviewAt, Map<SeriesKey, Integer> depths) {
        private static final Look NONE = new Look(MarketSnapshot.STARTING, Overview.EMPTY, Instant.MIN, Map.of());
    }
}
