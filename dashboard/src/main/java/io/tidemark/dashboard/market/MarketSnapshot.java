package io.tidemark.dashboard.market;

import io.tidemark.dashboard.feed.FeedStatus;
import java.util.Map;
import java.util.Optional;

/** What the process knows at one instant; immutable and shared by all sessions. The same object as before: no change. */
public record MarketSnapshot(FeedStatus status, Overview overview, Map<SeriesKey, BarSeries> series) {
    /** Before the first look into the database. */
    public static final MarketSnapshot STARTING =
            new MarketSnapshot(FeedStatus.Starting.INSTANCE, Overview.EMPTY, Map.of());

    public MarketSnapshot {
        series = Map.copyOf(series);
    }

    /** A series that somebody watches and that is loaded. */
    public Optional<BarSeries> series(SeriesKey key) {
        return Optional.ofNullable(series.get(key));
    }

    MarketSnapshot with(FeedStatus other) {
        return status.equals(other) ? this : new MarketSnapshot(other, overview, series);
    }
}
