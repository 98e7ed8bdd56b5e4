package io.tidemark.dashboard.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a published date can be trusted.
 *
 * @param agreement null when it was never compared
 * @param verdict good, suspect or bad; null when the job that judges it has not run
 * @param reasons what exceeds which limit
 * @param quarantined records that are no trades; null as the verdict
 */
public record DateHealth(
        LocalDate date,
        Instant coveredUntil,
        Conservation rows,
        @Nullable Agreement agreement,
        @Nullable String verdict,
        @Nullable String reasons,
        @Nullable Long quarantined) {}
