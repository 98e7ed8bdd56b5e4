package io.tidemark.batch;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.compact.CompactionDisk;
import io.tidemark.batch.compact.CompactionManifest;
import io.tidemark.batch.compact.CompactionPlan;
import io.tidemark.batch.compact.CompactionStep;
import io.tidemark.batch.compact.DateCompaction;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.landing.LandingException;
import io.tidemark.batch.parse.MalformedRowException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The compaction's command. Needs Spark's jars, for Parquet is among them, but no Spark.
 *
 * <p>Exit codes: 0 all closed dates that were asked for are compacted, 1 one failed or another compaction is at work, 2
 * wrong arguments or no Parquet.
 */
public final class CompactJob {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int HELP_WIDTH = 100;

    private final InstantSource clock;
    private final PrintWriter out;
    private final CompactionStep.Listener steps;

    CompactJob(InstantSource clock, PrintWriter out, CompactionStep.Listener steps) {
        this.clock = clock;
        this.out = out;
        this.steps = steps;
    }

    /** Runs the compaction; ends the process unless all is well, so that spark-submit can end by itself. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int exitCode = new CompactJob(Clock.systemUTC(), out, CompactionStep.Listener.NONE).run(args, System.getenv());
        if (exitCode != OK) {
            System.exit(exitCode);
        }
    }

    /** Runs the compaction and returns its exit code; everything it says goes to the writer. */
    int run(String[] args, Map<String, String> environment) {
        var arguments = new CompactArguments();
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
            return run(arguments);
        } catch (ParameterException | RequestException e) {
            out.println(e.getMessage());
            out.println("See --help.");
            return USAGE;
        } catch (LandingException | IOException e) {
            out.println("ERROR: " + e.getMessage());
            return FAILED;
        }
    }

    private int run(CompactArguments arguments) throws IOException {
        Path landing = arguments.landingDirectory();
        CompactedTrades compacted = arguments.compactedTrades();
        CompactionPlan plan = CompactionPlan.of(
                LandedTrades.read(landing, arguments.outOfOrderness),
                compacted,
                arguments.selection()::includes,
                clock.instant(),
                arguments.olderThan);
        for (DateInput date : plan.due()) {
            say(
                    "%s: %,d files, %.1f MB, %,d rows to compact",
                    date.date(), date.files().size(), date.bytes() / 1e6, date.rows());
        }
        say(
                "%,d dates to compact; %,d are compacted, %,d are not closed.",
                plan.due().size(), plan.current().size(), plan.open().size());
        if (arguments.dryRun) {
            say("Dry run: nothing was changed.");
            return OK;
        }
        if (!hasParquet()) {
            out.println("There is no Parquet on the class path: run this jar with Spark's jars, see README.md.");
            return USAGE;
        }
        return compact(plan, compacted);
    }

    private int compact(CompactionPlan plan, CompactedTrades compacted) throws IOException {
        int failed = 0;
        try (CompactionDisk disk = CompactionDisk.take(compacted)) {
            int removed = disk.collect();
            if (removed > 0) {
                say("Removed %,d files and directories that no manifest names.", removed);
            }
            var compaction = new DateCompaction(disk, steps, DateCompaction.PART_ROWS);
            for (DateInput date : plan.due()) {
                if (!compact(compaction, date)) {
                    failed++;
                }
            }
        }
        if (!plan.due().isEmpty()) {
            say("Compacted %,d dates, %,d failed.", plan.due().size() - failed, failed);
        }
        return failed == 0 ? OK : FAILED;
    }

    private boolean compact(DateCompaction compaction, DateInput date) {
        Instant begin = clock.instant();
        try {
            CompactionManifest made = compaction.compact(date);
            made.keptOut().forEach(file -> say("%s: %s stays CSV: %s", date.date(), file.name(), file.reason()));
            say(
                    "%s: compacted in %.1f s: %,d rows of %,d files proved equal in %,d Parquet files, %.1f MB",
                    date.date(),
                    Duration.between(begin, clock.instant()).toMillis() / 1e3,
                    made.rows(),
                    made.sources().size(),
                    made.parts().size(),
                    made.bytes() / 1e6);
            return true;
        } catch (IOException | UncheckedIOException | MalformedRowException e) {
            say("%s: FAILED: %s", date.date(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static boolean hasParquet() {
        try {
            Class.forName("org.apache.parquet.hadoop.ParquetWriter", false, CompactJob.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
