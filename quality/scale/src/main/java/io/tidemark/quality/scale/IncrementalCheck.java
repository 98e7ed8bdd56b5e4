package io.tidemark.quality.scale;

import io.tidemark.quickstart.demo.RunDirectory;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Feed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Project;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make incremental}: many dates, one late file: which dates does the next run work on, and what does it read? */
@Command(
        name = "incremental",
        mixinStandardHelpOptions = true,
        description =
                "Lands dates of generated trades, publishes them, lands one late file of an old date and runs again:"
                        + " exactly that date must be dirty and only its files read. Compacts the closed dates and reads the date"
                        + " again, with the same results. Exits 1 when any of this is not so.")
public final class IncrementalCheck implements Callable<Integer> {
    private static final List<String> MODULES = List.of("serving", "spark-batch");
    private static final int LATE_DATE = 2;
    private static final long LATE_TRADES = 1_000;
    private static final int NAMES_SHOWN = 8;

    @Option(names = "--trades", defaultValue = "50000000", description = "Of all dates (default: ${DEFAULT-VALUE}).")
    private long trades = 50_000_000;

    @Option(names = "--dates", defaultValue = "10", description = "At least 4 (default: ${DEFAULT-VALUE}).")
    private int dates = 10;

    @Option(names = "--seed", defaultValue = "1", description = "Of the generator (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".verify-incremental",
            description =
                    "Where all it writes goes, 80 bytes a trade; emptied at the start, removed at the end (default:"
                            + " ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".verify-incremental");

    @Option(names = "--keep", description = "Keep the directory.")
    private boolean keep;

    private final PrintStream out = System.out;
    private final List<String> faults = new ArrayList<>();

    private IncrementalCheck() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new IncrementalCheck());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof PartFailed || failure instanceof IOException) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailed {
        StackOptions options = options();
        try (Stack stack = new Stack(options, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
            stack.startServing();
            check(stack);
        }
        if (!keep && faults.isEmpty()) {
            RunDirectory.delete(options.directory());
        }
        faults.forEach(fault -> out.println("WRONG: " + fault));
        out.println(faults.isEmpty() ? "ok" : "failed; logs are in " + options.logs());
        return faults.isEmpty() ? 0 : 1;
    }

    private void check(Stack stack) throws IOException, InterruptedException, PartFailed {
        var landed = new LandedDates(stack.options().landing(), seed);
        land(landed);
        BatchSummary first = run(stack, "all dates, new", List.of());
        expect(first.published().size() == dates, "the first run published " + first.published());
        expect(first.rows() == trades, "the first run read " + first.rows() + " rows");

        LocalDate late = LandedDates.date(LATE_DATE);
        String lateDirectory = "dt=" + late;
        landed.landLate(late, LATE_TRADES);
        out.println("landed one late file: "
                + landed.files(late).get(landed.files(late).size() - 1));
        BatchSummary second;
        try (HiddenDates hidden = HiddenDates.allBut(stack.options().landing(), List.of(lateDirectory))) {
            out.println("the CSV of all other dates is out of reach now");
            second = run(stack, "one late file", List.of("--no-compacted"));
        }
        names(second.csv());
        expect(second.published().equals(List.of(late.toString())), "the second run worked on " + second.published());
        expect(second.unchanged().size() == dates - 1, "current were " + second.unchanged());
        expect(
                new TreeSet<>(second.csv()).equals(new TreeSet<>(landed.files(late)))
                        && second.parquet().isEmpty(),
                "the second run read other files than the date's "
                        + landed.files(late).size());
        compacted(stack, late);
    }

    private void compacted(Stack stack, LocalDate late) throws IOException, InterruptedException, PartFailed {
        String lateDirectory = "dt=" + late;
        Path results = stack.options().results();
        List<String> forced = List.of("--force", late.toString());
        run(stack, "again, from CSV", List.of("--force", "--no-compacted", late.toString()));
        String fromCsv = ResultBytes.fingerprint(results, lateDirectory);
        compact(stack);
        BatchSummary current = run(stack, "after compaction", List.of());
        expect(current.published().isEmpty(), "compaction made dirty: " + current.published());
        BatchSummary again;
        try (HiddenDates hidden = HiddenDates.allBut(stack.options().landing(), List.of())) {
            out.println("the CSV of all dates is out of reach now");
            again = run(stack, "again, from Parquet", forced);
        }
        names(again.parquet());
        expect(again.csv().isEmpty() && !again.parquet().isEmpty(), "CSV was read: " + again.csv());
        String fromParquet = ResultBytes.fingerprint(results, lateDirectory);
        expect(fromParquet.equals(fromCsv), "results differ: " + fromCsv + " and " + fromParquet);
        out.println(
                "results from CSV and from Parquet: " + fromParquet + (fromParquet.equals(fromCsv) ? ", equal" : ""));
    }

    private void land(LandedDates landed) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < dates; i++) {
            landed.land(LandedDates.date(i), trades * (i + 1) / dates - trades * i / dates);
        }
        out.println(String.format(
                Locale.ROOT,
                "landed %,d trades of %d dates in %.1f s",
                trades,
                dates,
                (System.nanoTime() - begin) / 1e9));
    }

    private BatchSummary run(Stack stack, String what, List<String> arguments)
            throws IOException, InterruptedException, PartFailed {
        Path file = stack.options().directory().resolve("summary.json");
        List<String> all = new ArrayList<>(arguments);
        all.add("--summary-json=" + file);
        long begin = System.nanoTime();
        var watch = new RunWatch(stack, "spark-batch");
        try (watch) {
            if (stack.runBatch(all) != 0) {
                throw new PartFailed(
                        "The batch run failed: see " + stack.options().logs().resolve("spark-batch.log"));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        BatchSummary summary = BatchSummary.read(file);
        out.println(String.format(
                Locale.ROOT,
                "%-20s dirty %2d, current %2d; read %4d CSV and %3d Parquet files, %,.1f MB, %,d rows; %.1f s, %.1f CPU s;"
                        + " the process read %,.0f MB in all",
                what,
                summary.published().size(),
                summary.unchanged().size(),
                summary.csv().size(),
                summary.parquet().size(),
                summary.bytes() / 1e6,
                summary.rows(),
                seconds,
                watch.cpuSeconds(),
                watch.bytesRead() / 1e6));
        return summary;
    }

    private void compact(Stack stack) throws IOException, InterruptedException, PartFailed {
        long begin = System.nanoTime();
        var watch = new RunWatch(stack, "compaction");
        try (watch) {
            if (stack.runCompaction(List.of("--older-than=0s")) != 0) {
                throw new PartFailed(
                        "The compaction failed: see " + stack.options().logs().resolve("compaction.log"));
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "compacted and proved the closed dates: %.1f s, %.1f CPU s",
                (System.nanoTime() - begin) / 1e9,
                watch.cpuSeconds()));
    }

    private void names(List<String> files) {
        files.stream().limit(NAMES_SHOWN).forEach(file -> out.println("  read " + file));
        if (files.size() > NAMES_SHOWN) {
            out.println("  read " + (files.size() - NAMES_SHOWN) + " more");
        }
    }

    private void expect(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private StackOptions options() throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(MODULES);
        return new StackOptions(
                project,
                RunDirectory.fresh(project.root().resolve(directory)),
                Ports.free(),
                new Feed(List.of(), List.of(), false),
                Duration.ofSeconds(5),
                "consolidated-tape");
    }
}
