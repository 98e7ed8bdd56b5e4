package io.tidemark.batch.report;

import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.parse.FilesRead;
import io.tidemark.batch.plan.BatchPlan;
import io.tidemark.batch.plan.PlannedDate;
import io.tidemark.batch.publish.Reconciliation;
import io.tidemark.batch.publish.RunTotals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plans and reports for people. */
public final class ReportText {
    private final PrintWriter out;

    public ReportText(PrintWriter out) {
        this.out = out;
    }

    /** What will be done, or would be. */
    public void plan(BatchPlan plan) {
        for (PlannedDate date : plan.dates()) {
            say(
                    "%s: %,d files, %s, %,d rows; %s",
                    date.date(),
                    date.input().files().size(),
                    megabytes(date.input().bytes()),
                    date.input().rows(),
                    date.reason().text());
        }
        plan.absent().forEach(date -> say("%s: nothing has landed", date));
        if (plan.dates().isEmpty()) {
            say("Nothing to do: %,d dates are current.", plan.unchanged().size());
        }
    }

    /** What a dry run adds to the plan. */
    public void dryRun(BatchPlan plan) {
        for (PlannedDate date : plan.dates()) {
            say("%s: digest %s, would be covered until %s", date.date(), date.digest(), date.coveredUntil());
            date.input()
                    .files()
                    .forEach(file -> say("  %s  %,d rows, %,d bytes", file.name(), file.rows(), file.bytes()));
        }
        say(
                "Dry run: nothing was changed. %,d dates would be published.",
                plan.dates().size());
    }

    /** What became of a date. */
    public void date(DateReport report) {
        if (report instanceof DateReport.Published published) {
            RunTotals totals = published.totals();
            say(
                    "%s: published as run %d in %s: %,d rows = %,d counted + %,d price updates + %,d excluded by sale"
                            + " conditions",
                    published.date(),
                    published.runId(),
                    seconds(published.elapsed()),
                    totals.rowsRead(),
                    totals.rowsCounted(),
                    totals.priceUpdates(),
                    totals.rowsExcluded());
            FilesRead read = published.filesRead();
            say(
                    "%s: files read: %,d as CSV (%s), %,d from the compaction (%,d Parquet files, %s)",
                    published.date(),
                    read.csv().size(),
                    megabytes(read.csvBytes()),
                    read.compacted().size(),
                    read.parquet().size(),
                    megabytes(read.parquetBytes()));
            say("%s: bars %s; covered until %s", published.date(), bars(totals), published.coveredUntil());
            published
                    .reconciliation()
                    .ifPresentOrElse(
                            found -> reconciliation(published.date(), found),
                            () -> say("%s: the comparison with the speed layer is unknown", published.date()));
        } else if (report instanceof DateReport.Failed failed) {
            say("%s: FAILED after %s: %s", failed.date(), seconds(failed.elapsed()), failed.message());
        }
    }

    private void reconciliation(LocalDate date, Reconciliation found) {
        if (found.minutes() == 0) {
            say("%s: no minute was compared with the speed layer", date);
            return;
        }
        say(
                "%s: against the speed layer %,d minutes equal, %,d different, %,d only in batch, %,d only in speed, %,d"
                        + " unseen; %,d explained by late trades; largest difference %.4g basis points",
                date,
                found.equal(),
                found.different(),
                found.onlyBatch(),
                found.onlySpeed(),
                found.unseen(),
                found.withLateTrades(),
                found.largestDifference());
    }

    /** What the run did in all. */
    public void summary(BatchReport report) {
        say(
                "Read %,d files, %s, %,d rows (%,d price updates; %,d records are quarantined at landing).",
                report.total(RunTotals::files),
                megabytes(report.total(RunTotals::bytes)),
                report.total(RunTotals::rowsRead),
                report.total(RunTotals::priceUpdates),
                report.quarantined());
        say(
                "Counted %,d trades into %,d bars by the rules '%s'.",
                report.total(RunTotals::rowsCounted), report.total(RunTotals::allBars), report.conditions());
        say(
                "Published %,d dates in %s; %,d unchanged, %,d failed.",
                report.published().size(),
                seconds(report.elapsed()),
                report.plan().unchanged().size(),
                report.failed().size());
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    private static String bars(RunTotals totals) {
        return Arrays.stream(Interval.values())
                .map(interval -> String.format(
                        Locale.ROOT, "%s %,d", interval.label(), totals.bars().getOrDefault(interval, 0L)))
                .collect(Collectors.joining(", "));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
