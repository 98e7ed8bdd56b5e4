package io.tidemark.batch.report;

import io.tidemark.batch.parse.FilesRead;
import io.tidemark.batch.publish.Reconciliation;
import io.tidemark.batch.publish.RunTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What became of a date. */
public sealed interface DateReport {

    /** The date. */
    LocalDate date();

    /**
     * It was published.
     *
     * @param runId the run in the ledger
     * @param totals what was read and made
     * @param coveredUntil its boundary
     * @param reconciliation what became of the comparison with the speed layer; empty when the database could not say
     * @param filesRead what was read
     * @param elapsed from the run's start to its end
     */
    record Published(
            LocalDate date,
            long runId,
            RunTotals totals,
            Instant coveredUntil,
            Optional<Reconciliation> reconciliation,
            FilesRead filesRead,
            Duration elapsed)
            implements DateReport {}

    /**
     * It was not; what was published before stays.
     *
     * @param message why
     * @param elapsed from the run's start to its end
     */
    record Failed(LocalDate date, String message, Duration elapsed) implements DateReport {}
}
