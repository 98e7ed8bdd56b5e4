package io.tidemark.dashboard.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.MarketSnapshot;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Brings the feed's snapshots to one open page. A page gets a snapshot only when it is another than its last, only while
 * its browser is connected, and never more than one at a time: a slow page skips what it could not follow.
 */
@SuppressWarnings("ReferenceEquality") // the feed keeps the object while nothing changes
final class FeedListener implements AutoCloseable {
    private final UI ui;
    private final Consumer<MarketSnapshot> page;
    private final AtomicReference<MarketSnapshot> underway = new AtomicReference<>();
    private final Runnable subscription;
    private volatile MarketSnapshot shown = MarketSnapshot.STARTING;

    FeedListener(MarketFeed feed, UI ui, Consumer<MarketSnapshot> page) {
        this.ui = ui;
        this.page = page;
        this.subscription = feed.subscribe(this::offer);
    }

    private void offer(MarketSnapshot snapshot) {
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
        MarketSnapshot newest = underway.getAndSet(null);
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
