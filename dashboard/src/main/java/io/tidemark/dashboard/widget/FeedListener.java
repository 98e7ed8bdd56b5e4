package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.tidemark.dashboard.feed.SnapshotSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the feed's snapshots to one open page. A page gets a snapshot only when it is another than its last, only while
 * its browser is connected, and never more than one at a time: a slow page skips what it could not follow.
 *
 * @param <T> the snapshots
 */
@SuppressWarnings("ReferenceEquality") // the feed keeps the object while nothing changes
public final class FeedListener<T> implements AutoCloseable {
    private final UI ui;
    private final Consumer<T> page;
    private final AtomicReference<T> underway = new AtomicReference<>();
    private final Runnable subscription;
    private volatile @Nullable T shown;

    /** Listens until it is closed. */
    public FeedListener(SnapshotSource<T> feed, UI ui, Consumer<T> page) {
        this.ui = ui;
        this.page = page;
        this.subscription = feed.subscribe(this::offer);
    }

    private void offer(T snapshot) {
        if (snapshot == shown || !connected()) {
            return;
        }
        // Set before and not in ui.access, so that a page which is busy is not queued up for twice.
        if (underway.getAndSet(snapshot) == null) {
            try {
                // What the page throws goes to the session's error handler.
                var unused = ui.access(this::deliver);
            } catch (UIDetachedException e) {
                // The page was closed this very moment; onDetach ends the subscription.
                underway.set(null);
            }
        }
    }

    private void deliver() {
        T newest = underway.getAndSet(null);
        if (newest != null && newest != shown) {
            shown = newest;
            page.accept(newest);
        }
    }

    private boolean connected() {
        var push = ui.getInternals().getPushConnection();
        return push == null || push.isConnected();
    }

    @Override
    public void close() {
        subscription.run();
    }
}
