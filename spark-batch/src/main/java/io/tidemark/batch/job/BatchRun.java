package io.tidemark.batch.job;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.plan.BatchPlan;
import io.tidemark.batch.plan.PlannedDate;
import io.tidemark.batch.publish.DatabaseAddress;
import io.tidemark.batch.publish.ResultDirectory;
import io.tidemark.batch.report.DateReport;
import io.tidemark.batch.report.ReportText;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** Works on the dates of a plan, one after another. The only way from arguments and plans into Spark. */
public final class BatchRun {
    private final DatabaseAddress database;
    private final Optional<CompactedTrades> compacted;
    private final ResultDirectory results;
    private final BarMethod method;
    private final InstantSource clock;
    private final PrintWriter out;
    private final SparkSource source;

    public BatchRun(
            DatabaseAddress database,
            Optional<CompactedTrades> compacted,
            ResultDirectory results,
            BarMethod method,
            InstantSource clock,
            PrintWriter out,
            SparkSource source) {
        this.database = database;
        this.compacted = compacted;
        this.results = results;
        this.method = method;
        this.clock = clock;
        this.out = out;
        this.source = source;
    }

    /** What became of each date: one that fails does not stop the next. */
    public List<DateReport> run(BatchPlan plan) {
        if (plan.dates().isEmpty()) {
            return List.of();
        }
        var text = new ReportText(out);
        List<DateReport> reports = new ArrayList<>();
        try (JavaSparkContext spark = source.open()) {
            var progress = new TaskProgress(clock, out);
            spark.sc().addSparkListener(progress);
            var dateRun = new DateRun(spark, database, compacted, results, method, clock);
            for (PlannedDate date : plan.dates()) {
                DateReport report = dateRun.run(date);
                text.date(report);
                reports.add(report);
            }
            spark.sc().removeSparkListener(progress);
        }
        return reports;
    }
}
