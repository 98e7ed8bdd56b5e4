package io.tidemark.dashboard.market;

import java.util.HashMap;
import java.util.Map;

/** The series that open pages show, and how far back somebody has scrolled in each. Safe for use by many threads. */
final class WatchedSeries {
    private record Watch(int watchers, int depth) {}

    private final Map<SeriesKey, Watch> watches = new HashMap<>();

    synchronized void add(SeriesKey key) {
        watches.merge(key, new Watch(1, 0), (known, one) -> new Watch(known.watchers + 1, known.depth));
    }

    /** The same, loaded at least as far back as another that is watched. */
    synchronized void add(SeriesKey key, SeriesKey like) {
        Watch other = watches.get(like);
        int depth = other == null ? 0 : other.depth;
        watches.merge(
                key, new Watch(1, depth), (known, one) -> new Watch(known.watchers + 1, Math.max(known.depth, depth)));
    }

    synchronized void remove(SeriesKey key) {
        watches.computeIfPresent(
                key, (any, known) -> known.watchers == 1 ? null : new Watch(known.watchers - 1, known.depth));
    }

    /** Doubles the time that is loaded of a series. */
    synchronized void deepen(SeriesKey key) {
        watches.computeIfPresent(key, (any, known) -> new Watch(known.watchers, known.depth + 1));
    }

    /** Every watched series, and how often its window is doubled. */
    synchronized Map<SeriesKey, Integer> depths() {
        Map<SeriesKey, Integer> depths = HashMap.newHashMap(watches.size());
        watches.forEach((key, watch) -> depths.put(key, watch.depth));
        return depths;
    }
}
