package io.tidemark.dashboard.news;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.Listeners;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.feed.SnapshotSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The one reader of news for the whole process. The first look reads the newest stories, each later one only what was
 * written since; now and then all are read again, so that what was deleted goes. A failed look keeps the stories.
 */
public final class NewsFeed implements SnapshotSource<NewsSnapshot> {
    /** A day and more at the rate of a free plan's fifty symbols; some two megabytes. */
    public static final int MOST_ITEMS = 2000;

    /** Rows become visible when their transaction ends, which is after the instant that they carry. */
    private static final Duration WRITTEN_LATE = Duration.ofSeconds(15);

    private static final Duration READ_ALL_AGAIN = Duration.ofMinutes(5);
    private static final Comparator<NewsItem> NEWEST_FIRST = Comparator.comparing(NewsItem::publishedAt)
            .reversed()
            .thenComparing(NewsItem::feed)
            .thenComparing(NewsItem::id);

    private record Identity(String feed, String id) {}

    private final NewsReader reader;
    private final InstantSource clock;
    private final Listeners<NewsSnapshot> listeners = new Listeners<>();
    private volatile NewsSnapshot current = NewsSnapshot.STARTING;
    private Instant allReadAt = Instant.MIN;

    /** Makes a feed that has not looked yet. */
    public NewsFeed(NewsReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public NewsSnapshot current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<NewsSnapshot> listener) {
        return listeners.add(listener);
    }

    /** Looks into the database once and tells everybody. Never throws for a database that is away. */
    public synchronized void poll() {
        NewsSnapshot before = current;
        NewsSnapshot now = look(before);
        current = now;
        listeners.tell(now);
    }

    private NewsSnapshot look(NewsSnapshot before) {
        Instant at = clock.instant();
        boolean all = !(before.status() instanceof FeedStatus.Current) || !at.isBefore(allReadAt.plus(READ_ALL_AGAIN));
        try {
            NewsSnapshot now = reader.readAtOnce(session -> new NewsSnapshot(
                    FeedStatus.Current.INSTANCE,
                    all ? session.newest(MOST_ITEMS) : items(session, before),
                    session.board()));
            allReadAt = all ? at : allReadAt;
            return now.equals(before) ? before : now;
        } catch (ServingUnavailableException e) {
            return before.with(before.status().failed(at, e.fault()));
        }
    }

    private static List<NewsItem> items(NewsReader.Session session, NewsSnapshot before) {
        if (before.items().isEmpty()) {
            return session.newest(MOST_ITEMS);
        }
        Instant writtenAfter = before.lastHeard().orElse(Instant.EPOCH).minus(WRITTEN_LATE);
        // What is older than the oldest that is known would fall off the end at once, once there is an end.
        boolean full = before.items().size() >= MOST_ITEMS;
        Instant publishedFrom = full ? before.items().getLast().publishedAt() : Instant.EPOCH;
        return merged(before.items(), session.written(publishedFrom, writtenAfter, MOST_ITEMS));
    }

    /** The same list when nothing in it is other. */
    private static List<NewsItem> merged(List<NewsItem> known, List<NewsItem> written) {
        Map<Identity, NewsItem> items = LinkedHashMap.newLinkedHashMap(known.size() + written.size());
        known.forEach(item -> items.put(new Identity(item.feed(), item.id()), item));
        boolean changed = false;
        for (NewsItem item : written) {
            NewsItem former = items.put(new Identity(item.feed(), item.id()), item);
            changed |= !Objects.equals(former, item);
        }
        if (!changed) {
            return known;
        }
        List<NewsItem> sorted = new ArrayList<>(items.values());
        sorted.sort(NEWEST_FIRST);
        return sorted.subList(0, Math.min(MOST_ITEMS, sorted.size()));
    }
}
