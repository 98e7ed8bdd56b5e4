package io.tidemark.news.status;

import io.tidemark.news.poll.SourceState;
import io.tidemark.news.poll.SourceStatus;
import io.tidemark.servicekit.health.ComponentHealth;
import java.util.List;
import java.util.stream.Collectors;

/** When the sources as a whole do their work. */
public final class NewsHealth {
    private NewsHealth() {}

    /** Up while one source is not down; those that are not live are a remark. */
    public static ComponentHealth sources(List<SourceStatus> all) {
        String remark = all.stream()
                .filter(one -> one.state() != SourceState.LIVE)
                .map(one -> one.source() + " " + one.state() + (one.reason().isEmpty() ? "" : ": " + one.reason()))
                .collect(Collectors.joining("; "));
        boolean allDown = all.stream().allMatch(one -> one.state() == SourceState.DOWN);
        return allDown ? ComponentHealth.failing(remark) : ComponentHealth.healthy(remark);
    }
}
