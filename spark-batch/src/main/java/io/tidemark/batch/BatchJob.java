package io.tidemark.batch;

import io.tidemark.batch.job.BatchRun;
import io.tidemark.batch.job.SparkContexts;
import io.tidemark.batch.job.SparkSource;
import io.tidemark.batch.landing.LandedNews;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.landing.LandingException;
import io.tidemark.batch.news.StoryReading;
import io.tidemark.batch.plan.BatchPlan;
import io.tidemark.batch.plan.DateContexts;
import io.tidemark.batch.publish.ResultDirectory;
import io.tidemark.batch.publish.RunLedger;
import io.tidemark.batch.quality.QuarantineCounts;
import io.tidemark.batch.report.BatchReport;
import io.tidemark.batch.report.DateReport;
import io.tidemark.batch.report.ReportJson;
import io.tidemark.batch.report.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The batch job's command. Understands its arguments and plans without Spark; Spark is started when there is a date to
 * work on.
 *
 * <p>Exit codes: 0 all dates are published or current, 1 a date failed or the run could not be planned, 2 wrong arguments
 * or no Spark.
 */
public final class BatchJob {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int HELP_WIDTH = 100;

    private final InstantSource clock;
    private final PrintWriter out;
    private final SparkSource spark;

    BatchJob(InstantSource clock, PrintWriter out, SparkSource spark) {
        this.clock = clock;
        this.out = out;
        this.spark = spark;
    }

    /** Runs the job; ends the process unless all is well, so that spark-submit can end by itself. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int exitCode = new BatchJob(Clock.systemUTC(), out, new SparkContexts()).run(args, System.getenv());
        if (exitCode != OK) {
            System.exit(exitCode);
        }
    }

    /** Runs the job and returns its exit code; everything it says goes to the writer. */
    int run(String[] args, Map<String, String> environment) {
        var arguments = new BatchArguments();
        var command = new CommandLine(arguments)
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(out)
                .setErr(out);
        command.setDefaultValueProvider(new EnvironmentDefaults(environment));
        try {
            command.parseArgs(args);
            if (CommandLine.printHelpIfRequested(command.getParseResult())) {
                return OK;
            }
            return run(arguments.request());
        } catch (ParameterException | RequestException e) {
            out.println(e.getMessage());
            out.println("See --help.");
            return USAGE;
        } catch (LandingException | SQLException | IOException e) {
            out.println("ERROR: " + e.getMessage());
            return FAILED;
        }
    }

    private int run(BatchRequest request) throws SQLException, IOException {
        Instant begin = clock.instant();
        var results = new ResultDirectory(request.results());
        var text = new ReportText(out);
        LandedTrades landed = LandedTrades.read(request.landing(), request.outOfOrderness());
        var ledger = new RunLedger(request.database());
        BatchPlan plan = BatchPlan.of(
                landed,
                new DateContexts(
                        LandedNews.read(request.landing()),
                        StoryReading.METHOD,
                        ledger.feedGaps(),
                        QuarantineCounts.read(landed.quarantineFiles())),
                ledger.published(),
                results,
                request.selection(),
                request.force(),
                request.method().text());
        text.plan(plan);
        if (request.dryRun()) {
            text.dryRun(plan);
            return OK;
        }
        if (!plan.dates().isEmpty() && !hasSpark()) {
            out.println("There is no Spark on the class path: run this jar by spark-submit, see README.md.");
            return USAGE;
        }
        List<DateReport> dates = new BatchRun(
                        request.database(), request.compacted(), results, request.method(), clock, out, spark)
                .run(plan);
        var report = new BatchReport(
                plan,
                dates,
                request.method().rules().name(),
                landed.quarantined(),
                Duration.between(begin, clock.instant()));
        if (!plan.dates().isEmpty()) {
            text.summary(report);
        }
        if (request.summaryJson().isPresent()) {
            ReportJson.write(report, request.summaryJson().get());
        }
        return report.failed().isEmpty() ? OK : FAILED;
    }

    private static boolean hasSpark() {
        try {
            Class.forName("org.apache.spark.SparkContext", false, BatchJob.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
