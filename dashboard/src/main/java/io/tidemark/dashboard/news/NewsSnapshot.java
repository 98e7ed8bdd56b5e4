package io.tidemark.dashboard.news;

import io.tidemark.dashboard.feed.FeedStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the process knows of news at one instant; immutable and shared by all sessions.
 *
 * @param items the newest stories, newest first
 */
public record NewsSnapshot(FeedStatus status, List<NewsItem> items, NewsBoard board) {
    /** Before the first look into the database. */
    public static final NewsSnapshot STARTING =
            new NewsSnapshot(FeedStatus.Starting.INSTANCE, List.of(), NewsBoard.EMPTY);

    public NewsSnapshot {
        items = List.copyOf(items);
    }

    /** When a story was last written, by the database's clock. */
    public Optional<Instant> lastHeard() {
        return items.stream().map(NewsItem::updatedAt).max(Comparator.naturalOrder());
    }

    NewsSnapshot with(FeedStatus other) {
        return status.equals(other) ? this : new NewsSnapshot(other, items, board);
    }
}
