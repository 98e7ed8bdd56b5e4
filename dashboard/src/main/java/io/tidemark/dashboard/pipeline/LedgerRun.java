package io.tidemark.dashboard.pipeline;

import io.tidemark.dashboard.market.BatchRun;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch run with what it cost.
 *
 * @param files that it read; null until it knows, as bytes
 */
public record LedgerRun(
        BatchRun run, @Nullable Long files, @Nullable Long bytes) {

    /** How long it took; empty while it runs. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(run.finishedAt()).map(end -> Duration.between(run.startedAt(), end));
    }
}
