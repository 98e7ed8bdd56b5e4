package io.tidemark.batch;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.job.BarMethod;
import io.tidemark.batch.plan.DateSelection;
import io.tidemark.batch.publish.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param landing landing directory, for example {@code finnhub-data}
 * @param compacted compacted dates to read from, if at all
 * @param results result directory, for example {@code analytics_results}
 * @param database where bars are published
 * @param selection dates
 * @param force work on selected dates even if they are current
 * @param dryRun say what would be done and do nothing
 * @param method how trades become bars
 * @param outOfOrderness by how much trades may be out of order: the boundary stays that far behind them
 * @param summaryJson file for the summary
 */
record BatchRequest(
        Path landing,
        Optional<CompactedTrades> compacted,
        Path results,
        DatabaseAddress database,
        DateSelection selection,
        boolean force,
        boolean dryRun,
        BarMethod method,
        Duration outOfOrderness,
        Optional<Path> summaryJson) {}
