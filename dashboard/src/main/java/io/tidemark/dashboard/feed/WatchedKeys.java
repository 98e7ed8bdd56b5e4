package io.tidemark.dashboard.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What open pages look at, each as often as there are pages that do. Safe for use by many threads.
 *
 * @param <K> what can be looked at
 */
public final class WatchedKeys<K> {
    private final Map<K, Integer> watchers = new HashMap<>();

    /** Adds a look at something until the returned handle is run, which counts once. */
    public synchronized Runnable add(K key) {
        watchers.merge(key, 1, Integer::sum);
        return new Runnable() {
            private boolean over;

            @Override
            public void run() {
                synchronized (WatchedKeys.this) {
                    if (!over) {
                        over = true;
                        watchers.computeIfPresent(key, (any, count) -> count == 1 ? null : count - 1);
                    }
                }
            }
        };
    }

    public synchronized Set<K> all() {
        return Set.copyOf(watchers.keySet());
    }
}
