package io.tidemark.dashboard.insights;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.Listeners;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.feed.SnapshotSource;
import io.tidemark.dashboard.feed.WatchedKeys;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one reader of batch results for the whole process. A look asks which dates are published; the results that somebody
 * looks at are read when they are not known yet, and all of them again after a publication, because some results of a date
 * change with the dates before it. While no page listens, nothing is asked. A failed look keeps the data.
 */
public final class InsightsFeed implements SnapshotSource<InsightsSnapshot> {
    private final InsightsReader reader;
    private final InstantSource clock;
    private final Executor poller;
    private final Listeners<InsightsSnapshot> listeners = new Listeners<>();
    private final WatchedKeys<SymbolDay> watched = new WatchedKeys<>();
    private volatile InsightsSnapshot current = InsightsSnapshot.STARTING;

    /**
     * Makes a feed that has not looked yet.
     *
     * @param poller runs looks that cannot wait for the next tick; one thread at most
     */
    public InsightsFeed(InsightsReader reader, InstantSource clock, Executor poller) {
        this.reader = reader;
        this.clock = clock;
        this.poller = poller;
    }

    @Override
    public InsightsSnapshot current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<InsightsSnapshot> listener) {
        Runnable end = listeners.add(listener);
        poller.execute(this::poll);
        return end;
    }

    /** Has a date and a symbol of it in the snapshots until the returned handle is run. */
    public Runnable watch(SymbolDay day) {
        Runnable end = watched.add(day);
        poller.execute(this::poll);
        return end;
    }

    /** Looks into the database once and tells everybody. Never throws for a database that is away. */
    public synchronized void poll() {
        if (listeners.count() > 0) {
            InsightsSnapshot now = look(current);
            current = now;
            listeners.tell(now);
        }
    }

    private InsightsSnapshot look(InsightsSnapshot before) {
        Set<SymbolDay> wanted = watched.all();
        try {
            InsightsSnapshot now = reader.readAtOnce(session -> read(session, before, wanted));
            return now.equals(before) ? before : now;
        } catch (ServingUnavailableException e) {
            return before.with(before.status().failed(clock.instant(), e.fault()));
        }
    }

    private static InsightsSnapshot read(
            InsightsReader.Session session, InsightsSnapshot before, Set<SymbolDay> wanted) {
        List<PublishedDate> dates = session.dates();
        boolean again = !dates.equals(before.dates());
        Map<LocalDate, DateInsights> days = new HashMap<>();
        Map<SymbolDay, SymbolInsights> symbolDays = new HashMap<>();
        for (SymbolDay day : wanted) {
            DateInsights known = again ? null : before.days().get(day.date());
            days.computeIfAbsent(day.date(), date -> known == null ? session.of(date) : known);
            if (!day.symbol().isEmpty()) {
                SymbolInsights knownOfSymbol =
                        again ? null : before.symbolDays().get(day);
                symbolDays.put(day, knownOfSymbol == null ? session.of(day) : knownOfSymbol);
            }
        }
        return new InsightsSnapshot(FeedStatus.Current.INSTANCE, dates, days, symbolDays);
    }
}
