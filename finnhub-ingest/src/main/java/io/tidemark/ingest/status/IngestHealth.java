package io.tidemark.ingest.status;

import io.tidemark.ingest.feed.ConnectionStatus;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.publish.BacklogWatch;
import io.tidemark.ingest.subscription.Subscription;
import io.tidemark.ingest.subscription.SubscriptionState;
import io.tidemark.servicekit.health.ComponentHealth;
import java.util.List;

/** When the service does its work, part by part. */
public final class IngestHealth {
    private IngestHealth() {}

    /** Up while connected; symbols that the feed refuses are a remark. */
    public static ComponentHealth feed(ConnectionStatus status, List<Subscription> all) {
        if (!status.connected()) {
            String next = status.nextAttempt() == null ? "" : "; next attempt at " + status.nextAttempt();
            String loss = status.lastLoss().isEmpty() ? "" : ": " + status.lastLoss();
            return ComponentHealth.failing(status.state() + loss + next);
        }
        var refused = all.stream()
                .filter(one -> one.state() == SubscriptionState.INVALID || one.state() == SubscriptionState.OVER_LIMIT)
                .map(one -> one.symbol() + " " + one.state())
                .toList();
        return ComponentHealth.healthy(refused.isEmpty() ? "" : "refused by the feed: " + refused);
    }

    /** Down while Kafka acknowledges nothing or the feed is being held back. */
    public static ComponentHealth kafka(Backlog backlog) {
        if (backlog.stalledFor().compareTo(BacklogWatch.STALLED) > 0) {
            return ComponentHealth.failing(
                    "no acknowledgement for " + backlog.stalledFor().toSeconds() + " s, "
                            + backlog.inFlight() + " records under way"
                            + (backlog.holding() ? "; the feed is held back" : ""));
        }
        return ComponentHealth.healthy(backlog.holding() ? "behind: the feed is held back" : "");
    }
}
