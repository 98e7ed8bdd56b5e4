package io.tidemark.dashboard.pipeline;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.Listeners;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.feed.SnapshotSource;
import io.tidemark.dashboard.feed.WatchedKeys;
import io.tidemark.dashboard.landing.LandingProgress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one reader of the pipeline's state for the whole process. Hops, gaps and the ledger are read in each look, what is
 * known of dates only when the ledger has changed, because nothing else changes it. While no page listens, nothing is asked.
 * A failed look keeps the data.
 */
public final class PipelineFeed implements SnapshotSource<PipelineSnapshot> {
    private final PipelineReader reader;
    private final Supplier<LandingProgress> landing;
    private final InstantSource clock;
    private final Executor poller;
    private final Listeners<PipelineSnapshot> listeners = new Listeners<>();
    private final WatchedKeys<LocalDate> watched = new WatchedKeys<>();
    private volatile PipelineSnapshot current = PipelineSnapshot.STARTING;

    /**
     * Makes a feed that has not looked yet.
     *
     * @param landing tells how far landing is, at once
     * @param poller runs looks that cannot wait for the next tick; one thread at most
     */
    public PipelineFeed(
            PipelineReader reader, Supplier<LandingProgress> landing, InstantSource clock, Executor poller) {
        this.reader = reader;
        this.landing = landing;
        this.clock = clock;
        this.poller = poller;
    }

    @Override
    public PipelineSnapshot current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<PipelineSnapshot> listener) {
        Runnable end = listeners.add(listener);
        poller.execute(this::poll);
        return end;
    }

    /** Has a date's detail in the snapshots until the returned handle is run. */
    public Runnable watch(LocalDate date) {
        Runnable end = watched.add(date);
        poller.execute(this::poll);
        return end;
    }

    /** Looks into the database once and tells everybody. Never throws for a database that is away. */
    public synchronized void poll() {
        if (listeners.count() > 0) {
            PipelineSnapshot now = look(current);
            current = now;
            listeners.tell(now);
        }
    }

    private PipelineSnapshot look(PipelineSnapshot before) {
        Set<LocalDate> wanted = watched.all();
        LandingProgress progress = landing.get();
        try {
            PipelineSnapshot now = reader.readAtOnce(session -> read(session, before, progress, wanted));
            return now.equals(before)
                    ? before
                    : new PipelineSnapshot(
                            now.status(),
                            Optional.of(clock.instant()),
                            now.hops(),
                            now.landing(),
                            now.gaps(),
                            now.runs(),
                            now.dates(),
                            now.details());
        } catch (ServingUnavailableException e) {
            return before.with(before.status().failed(clock.instant(), e.fault()), progress);
        }
    }

    private static PipelineSnapshot read(
            PipelineReader.Session session, PipelineSnapshot before, LandingProgress landing, Set<LocalDate> wanted) {
        List<LedgerRun> runs = session.runs();
        boolean again = before.readAt().isEmpty() || !runs.equals(before.runs());
        Map<LocalDate, DateDetail> details = new HashMap<>();
        for (LocalDate date : wanted) {
            DateDetail known = again ? null : before.details().get(date);
            details.put(date, known == null ? session.of(date) : known);
        }
        return new PipelineSnapshot(
                FeedStatus.Current.INSTANCE,
                before.readAt(),
                session.hops(),
                landing,
                session.gaps(),
                runs,
                again ? session.dates() : before.dates(),
                details);
    }
}
