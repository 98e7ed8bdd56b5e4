package io.tidemark.batch.job;

import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.compact.DateReading;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.plan.PlannedDate;
import io.tidemark.batch.publish.DatabaseAddress;
import io.tidemark.batch.publish.HeldHistory;
import io.tidemark.batch.publish.PartFile;
import io.tidemark.batch.publish.PartOutput;
import io.tidemark.batch.publish.Reconciliation;
import io.tidemark.batch.publish.ResultDirectory;
import io.tidemark.batch.publish.RunLedger;
import io.tidemark.batch.publish.RunTotals;
import io.tidemark.batch.publish.StagedPart;
import io.tidemark.batch.publish.StagedTable;
import io.tidemark.batch.publish.TableOutput;
import io.tidemark.batch.report.DateReport;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one date from its files to its publication. */
final class DateRun {
    private static final Logger LOG = LoggerFactory.getLogger(DateRun.class);

    private final JavaSparkContext spark;
    private final DatabaseAddress database;
    private final Optional<CompactedTrades> compacted;
    private final ResultDirectory results;
    private final BarMethod method;
    private final InstantSource clock;

    DateRun(
            JavaSparkContext spark,
            DatabaseAddress database,
            Optional<CompactedTrades> compacted,
            ResultDirectory results,
            BarMethod method,
            InstantSource clock) {
        this.spark = spark;
        this.database = database;
        this.compacted = compacted;
        this.results = results;
        this.method = method;
        this.clock = clock;
    }

    /** Never throws for what goes wrong with the date: that is in the report and in the ledger. */
    DateReport run(PlannedDate date) {
        Instant begin = clock.instant();
        var ledger = new RunLedger(database);
        try {
            long runId = ledger.start(date.date(), date.digest(), method.rules().name());
            try {
                results.collect(ledger.unfinished());
                var bars = new DateBars(spark, reading(date.input()), date.date(), method);
                List<StagedPart> parts = compute(date, bars, runId);
                RunTotals totals = totals(date, parts);
                publish(date, runId, parts, totals);
                return new DateReport.Published(
                        date.date(),
                        runId,
                        totals,
                        date.coveredUntil(),
                        comparison(ledger, runId),
                        bars.filesRead(),
                        since(begin));
            } catch (Exception e) {
                recordFailure(ledger, runId, e);
                throw e;
            }
        } catch (Exception e) {
            if (!Faults.isExpected(e)) {
                LOG.error("{} failed for a reason that nobody foresaw", date.date(), e);
            }
            return new DateReport.Failed(date.date(), Faults.message(e), since(begin));
        }
    }

    /** Stages the bars and writes them to the run's temporary directory; proves the input. */
    private List<StagedPart> compute(PlannedDate date, DateBars bars, long runId) throws IOException {
        spark.setJobGroup("date " + date.date(), "bars of " + date.date());
        String directory = results.temporary(runId).toString();
        List<StagedPart> parts = bars.write(new PartOutput(database, directory, runId));
        List<String> faults = bars.fileFaults();
        if (!faults.isEmpty()) {
            throw new IOException(String.join("; ", faults));
        }
        return parts;
    }

    private DateReading reading(DateInput input) throws IOException {
        return compacted.isEmpty()
                ? DateReading.ofCsv(input)
                : DateReading.of(input, compacted.get(), compacted.get().of(input.date()));
    }

    /** Result tables, then all of the run in the database, then its files; nobody else publishes from history to files. */
    private void publish(PlannedDate date, long runId, List<StagedPart> parts, RunTotals totals)
            throws SQLException, IOException {
        spark.setJobGroup("date " + date.date(), "analytics of " + date.date());
        var output = new TableOutput(database, results.root().toString(), runId, date.date());
        SparkSession session = SparkSessions.on(spark);
        var files = new RunFiles(session, results.temporary(runId), date.date(), parts);
        var analytics = new DateAnalytics(session, files, new TableRun(output), method);
        analytics.ofDate(date);
        try (var history = HeldHistory.take(database)) {
            analytics.ofHistory(date.date(), history);
            List<StagedTable> tables = analytics.staged();
            history.publish(runId, date.coveredUntil(), totals, tables)
                    .forEach(warning -> LOG.warn("publication of run {}: {}", runId, warning));
            publishFiles(date, runId, parts, tables);
        }
    }

    private void publishFiles(PlannedDate date, long runId, List<StagedPart> parts, List<StagedTable> tables)
            throws IOException {
        List<PartFile> own = new ArrayList<>(partFiles(parts));
        Map<LocalDate, List<PartFile>> later = new TreeMap<>();
        for (StagedTable table : tables) {
            table.files().forEach((of, files) -> {
                List<PartFile> target =
                        of.equals(date.date()) ? own : later.computeIfAbsent(of, absent -> new ArrayList<>());
                target.addAll(files);
            });
        }
        try {
            results.publish(runId, date.date(), date.digest(), own, later);
        } catch (IOException e) {
            throw new IOException(
                    "published in the database as run " + runId + ", but not as files, which the next run repeats: "
                            + e.getMessage(),
                    e);
        }
    }

    private static List<PartFile> partFiles(List<StagedPart> parts) {
        return parts.stream().flatMap(part -> part.files().stream()).toList();
    }

    /** The date is published whatever the comparison says, so it does not fail if the comparison cannot be read. */
    private static Optional<Reconciliation> comparison(RunLedger ledger, long runId) {
        try {
            return Optional.of(ledger.reconciliation(runId));
        } catch (SQLException e) {
            LOG.warn("the comparison of run {} with the speed layer cannot be read", runId, e);
            return Optional.empty();
        }
    }

    private static RunTotals totals(PlannedDate date, List<StagedPart> parts) {
        Map<Interval, Long> bars = new EnumMap<>(Interval.class);
        parts.forEach(part -> part.bars().forEach((interval, count) -> bars.merge(interval, count, Long::sum)));
        var totals = new RunTotals(
                date.input().files().size(),
                date.input().bytes(),
                date.input().rows(),
                parts.stream().mapToLong(StagedPart::counted).sum(),
                parts.stream().mapToLong(StagedPart::priceUpdates).sum(),
                parts.stream().mapToLong(StagedPart::excluded).sum(),
                bars);
        long accounted = totals.rowsCounted() + totals.priceUpdates() + totals.rowsExcluded();
        if (accounted != totals.rowsRead()) {
            throw new IllegalStateException(
                    "of " + totals.rowsRead() + " rows read only " + accounted + " are accounted for");
        }
        return totals;
    }

    private static void recordFailure(RunLedger ledger, long runId, Exception failure) {
        try {
            ledger.fail(runId, Faults.message(failure));
        } catch (SQLException e) {
            // The next run of the date supersedes this one, so the ledger does not stay wrong.
            failure.addSuppressed(e);
        }
    }

    private Duration since(Instant begin) {
        return Duration.between(begin, clock.instant());
    }
}
