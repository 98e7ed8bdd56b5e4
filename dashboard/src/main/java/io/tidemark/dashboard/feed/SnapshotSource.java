package io.tidemark.dashboard.feed;

import java.util.function.Consumer;

/**
 * A feed as its pages see it: immutable snapshots, the same object as before while nothing is new.
 *
 * @param <T> the snapshots
 */
public interface SnapshotSource<T> {

    /** The newest snapshot. */
    T current();

    /**
     * Offers every look's snapshot to a listener until the returned handle is run. Listeners are called on the poller's
     * thread and must be quick.
     */
    Runnable subscribe(Consumer<T> listener);
}
