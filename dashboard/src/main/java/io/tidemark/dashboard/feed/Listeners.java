package io.tidemark.dashboard.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Whoever is told of a feed's snapshots. Safe for use by many threads.
 *
 * @param <T> the snapshots
 */
public final class Listeners<T> {
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener until the returned handle is run. */
    public Runnable add(Consumer<T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public int count() {
        return listeners.size();
    }

    public void tell(T snapshot) {
        listeners.forEach(listener -> listener.accept(snapshot));
    }
}
