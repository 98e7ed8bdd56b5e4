package io.tidemark.batch;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.job.BarMethod;
import io.tidemark.batch.plan.DateSelection;
import io.tidemark.batch.publish.DatabaseAddress;
import io.tidemark.batch.quality.QualityLimits;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** The command line, as the user gave it. */
@Command(
        name = "spark-batch",
        mixinStandardHelpOptions = true,
        version = "Tidemark batch 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {"Recomputes the bars of dates whose landed files changed and publishes each date atomically.", ""
        },
        parameterListHeading = "Dates:%n",
        optionListHeading = "Options:%n",
        footer = {
            "",
            "Exit codes: 0 all dates are published or current; 1 a date failed; 2 wrong arguments.",
            "",
            "Run it by spark-submit --class io.tidemark.batch.BatchJob spark-batch.jar ..., see README.md."
        })
final class BatchArguments {
    private static final String PROTOCOL = "jdbc:postgresql:";

    @Parameters(paramLabel = "DATE", description = "Only these UTC dates, for example 2013-10-07.")
    List<LocalDate> positional = new ArrayList<>();

    @Option(names = "--date", paramLabel = "DATE", description = "The same as an option; may be repeated.")
    List<LocalDate> dates = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "Only dates from this one on.")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only dates up to and including this one.")
    @Nullable LocalDate to;

    @Option(
            names = "--dirty",
            description = "Only dates whose files or method differ from what is published. This is the default.")
    boolean dirty;

    @Option(names = "--force", description = "Also dates that are current.")
    boolean force;

    @Option(names = "--dry-run", description = "Say which dates, files, rows and digests; change nothing.")
    boolean dryRun;

    @Option(
            names = "--landing",
            paramLabel = "DIR",
            description = "Landing directory, for example finnhub-data. Required. [LANDING_DIRECTORY]")
    @Nullable Path landing;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Result directory, for example analytics_results. Required. [RESULTS_DIRECTORY]")
    @Nullable Path results;

    @Option(
            names = "--compacted",
            paramLabel = "DIR",
            description = "Compacted dates, read instead of the CSV that they hold. Default: " + CompactedTrades.NAME
                    + " in the landing directory. [COMPACTED_DIRECTORY]")
    @Nullable Path compacted;

    @Option(names = "--no-compacted", description = "Read the CSV alone.")
    boolean noCompacted;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST:PORT/NAME. Required. [DATABASE_URL]")
    @Nullable String databaseUrl;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "Usually batch_writer. Required. [DATABASE_USER]")
    @Nullable String databaseUser;

    @Option(
            names = "--database-password",
            paramLabel = "TEXT",
            description = "Seen by everyone who lists processes: prefer the variable or the file. [DATABASE_PASSWORD]")
    @Nullable String databasePassword;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File that holds it instead. [DATABASE_PASSWORD_FILE]")
    @Nullable Path databasePasswordFile;

    @Option(
            names = "--conditions",
            paramLabel = "RULES",
            defaultValue = SaleConditionRules.DEFAULT,
            description =
                    "Sale conditions: none, consolidated-tape, without-3-8-32 or a file. Default: ${DEFAULT-VALUE}.")
    String conditions = SaleConditionRules.DEFAULT;

    @Option(
            names = "--late-after",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationText.class,
            description =
                    "A trade received longer than this after the end of its minute is late. Default: ${DEFAULT-VALUE}.")
    Duration lateAfter = Duration.ofSeconds(10);

    @Option(
            names = "--out-of-orderness",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationText.class,
            description = "Trades may come out of order by this much: the boundary stays so far behind the latest one."
                    + " As the speed layer's trades.out-of-orderness. Default: ${DEFAULT-VALUE}.")
    Duration outOfOrderness = Duration.ofSeconds(5);

    @Option(
            names = "--quality-limits",
            paramLabel = "LIMITS",
            defaultValue = "",
            description =
                    "Limits of the data-quality verdict that differ from the defaults in docs/analytics.md:"
                            + " suspect above the first, bad above the second, for example duplicates=1%%/10%%,lateness=30s/120s.")
    String qualityLimits = "";

    @Option(names = "--summary-json", paramLabel = "FILE", description = "Also write the summary to this file.")
    @Nullable Path summaryJson;

    /**
     * The request.
     *
     * @throws RequestException when anything is missing or wrong
     */
    BatchRequest request() {
        List<String> problems = new ArrayList<>();
        Path landingDirectory = Path.of(required("--landing", landing, problems));
        Path resultDirectory = Path.of(required("--results", results, problems));
        String url = required("--database-url", databaseUrl, problems);
        if (!url.isEmpty() && !url.startsWith(PROTOCOL)) {
            problems.add("--database-url must begin with " + PROTOCOL);
        }
        String user = required("--database-user", databaseUser, problems);
        String password = password(problems);
        SaleConditionRules rules = rules(problems);
        QualityLimits limits = limits(problems);
        if (from != null && to != null && to.isBefore(from)) {
            problems.add("--to is before --from");
        }
        if (dirty && force) {
            problems.add("--dirty and --force exclude each other");
        }
        if (summaryJson != null
                && !Files.isDirectory(summaryJson.toAbsolutePath().resolveSibling(""))) {
            problems.add("--summary-json: the directory of " + summaryJson + " does not exist");
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        var single = new TreeSet<>(positional);
        single.addAll(dates);
        return new BatchRequest(
                landingDirectory.toAbsolutePath().normalize(),
                compactedTrades(landingDirectory.toAbsolutePath().normalize()),
                resultDirectory.toAbsolutePath().normalize(),
                new DatabaseAddress(url, user, password),
                new DateSelection(single, Optional.ofNullable(from), Optional.ofNullable(to)),
                force,
                dryRun,
                new BarMethod(rules, lateAfter, limits),
                outOfOrderness,
                Optional.ofNullable(summaryJson));
    }

    private Optional<CompactedTrades> compactedTrades(Path landingDirectory) {
        if (noCompacted) {
            return Optional.empty();
        }
        return Optional.of(
                compacted == null
                        ? CompactedTrades.beside(landingDirectory)
                        : new CompactedTrades(compacted.toAbsolutePath().normalize()));
    }

    private SaleConditionRules rules(List<String> problems) {
        try {
            return SaleConditionRules.load(conditions);
        } catch (IOException e) {
            problems.add("--conditions: " + e.getMessage());
            return SaleConditionRules.none();
        }
    }

    private QualityLimits limits(List<String> problems) {
        try {
            return QualityLimits.parse(qualityLimits);
        } catch (IllegalArgumentException e) {
            problems.add("--quality-limits: " + e.getMessage());
            return QualityLimits.defaults();
        }
    }

    private String password(List<String> problems) {
        if (databasePassword != null && databasePasswordFile != null) {
            problems.add("--database-password and --database-password-file are both given: one is enough");
        }
        if (databasePasswordFile == null) {
            return databasePassword == null ? "" : databasePassword;
        }
        try {
            return Files.readString(databasePasswordFile, StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            problems.add("--database-password-file: the file " + databasePasswordFile + " cannot be read");
            return "";
        }
    }

    private static String required(String name, @Nullable Object value, List<String> problems) {
        if (value == null || value.toString().isBlank()) {
            problems.add(name + " is missing");
            return "";
        }
        return value.toString();
    }
}
