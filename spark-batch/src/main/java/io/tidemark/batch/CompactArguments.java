package io.tidemark.batch;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.plan.DateSelection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of a compaction, as the user gave it. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        version = "Tidemark batch 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Writes closed dates as Parquet beside their CSV, which stays, and proves that nothing was lost.",
            "Later batch runs read the Parquet instead.",
            ""
        },
        parameterListHeading = "Dates:%n",
        optionListHeading = "Options:%n",
        footer = {
            "",
            "Exit codes: 0 all closed dates are compacted; 1 a date failed, or another compaction is at work; 2 wrong"
                    + " arguments.",
            "",
            "Run it by spark-submit --class io.tidemark.batch.CompactJob spark-batch.jar ..., or by java with Spark's jars"
                    + " on the class path: it starts no Spark. See README.md."
        })
final class CompactArguments {
    @Parameters(paramLabel = "DATE", description = "Only these UTC dates, for example 2013-10-07.")
    List<LocalDate> dates = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "Only dates from this one on.")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only dates up to and including this one.")
    @Nullable LocalDate to;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            defaultValue = "1d",
            converter = DurationText.class,
            description = "Only dates that ended this long ago: what lands later is read as CSV beside the compaction"
                    + " until the date is compacted again. Default: ${DEFAULT-VALUE}.")
    Duration olderThan = Duration.ofDays(1);

    @Option(names = "--dry-run", description = "Say which dates; change nothing.")
    boolean dryRun;

    @Option(
            names = "--landing",
            paramLabel = "DIR",
            description = "Landing directory, for example finnhub-data. Required. [LANDING_DIRECTORY]")
    @Nullable Path landing;

    @Option(
            names = "--compacted",
            paramLabel = "DIR",
            description = "Where the Parquet goes. Default: " + CompactedTrades.NAME
                    + " in the landing directory. [COMPACTED_DIRECTORY]")
    @Nullable Path compacted;

    @Option(
            names = "--out-of-orderness",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationText.class,
            description = "As the batch job's: a date is complete once this much of a later one has landed. Default:"
                    + " ${DEFAULT-VALUE}.")
    Duration outOfOrderness = Duration.ofSeconds(5);

    /**
     * The landing directory.
     *
     * @throws RequestException when it or a range of dates is missing or wrong
     */
    Path landingDirectory() {
        List<String> problems = new ArrayList<>();
        if (landing == null) {
            problems.add("--landing is missing");
        }
        if (from != null && to != null && to.isBefore(from)) {
            problems.add("--to is before --from");
        }
        if (landing == null || !problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return landing.toAbsolutePath().normalize();
    }

    CompactedTrades compactedTrades() {
        return compacted == null
                ? CompactedTrades.beside(landingDirectory())
                : new CompactedTrades(compacted.toAbsolutePath().normalize());
    }

    DateSelection selection() {
        return new DateSelection(new TreeSet<>(dates), Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
