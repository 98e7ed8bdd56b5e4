package io.tidemark.ingest;

import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.feed.FeedObserver;
import io.tidemark.ingest.gap.GapTracker;
import io.tidemark.ingest.subscription.Subscriptions;
import java.util.function.Predicate;

/** What follows from the connection's fate: resubscription, gap records, a count of reconnects. */
final class OutageObserver implements FeedObserver {
    private final GapTracker gaps;
    private final Subscriptions subscriptions;
    private final IngestCounters counters;
    private boolean connectedBefore;

    OutageObserver(GapTracker gaps, Subscriptions subscriptions, IngestCounters counters) {
        this.gaps = gaps;
        this.subscriptions = subscriptions;
        this.counters = counters;
    }

    @Override
    public void onConnected(Predicate<String> sender) {
        if (connectedBefore) {
            counters.reconnects().increment();
        }
        connectedBefore = true;
        subscriptions.attach(sender);
    }

    @Override
    public void onHeard(long receivedAt) {
        gaps.heard(receivedAt);
    }

    @Override
    public void onLost(String reason) {
        gaps.lost(reason, subscriptions.active());
        subscriptions.detach();
    }
}
