package io.tidemark.quality.recording;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make verify-recording}: a recorded day from the feed to the served bars, compared with expected bars. */
@Command(
        name = "verify-recording",
        mixinStandardHelpOptions = true,
        description = "Sends a recorded day through simulator, WebSocket, ingest, Kafka, landing, Spark and serving,"
                + " and compares the served one-minute bars with expected ones. Exit code 0 when all is equal, else 1.")
public final class VerifyRecording implements Callable<Integer> {
    private static final List<String> MODULES =
            List.of("serving", "tools/finnhub-simulator", "finnhub-ingest", "finnhub-consumer", "spark-batch");

    /** Share of LEAN's rows that must have equal prices, in percent. */
    private static final double LEAN_AT_LEAST = 99.5;

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "FILE",
            description = "Trades, CSV or CSV.gz: symbol,price,volume,trade_time_ms,conditions.")
    private Path recording = Path.of("");

    @Option(
            names = "--expected",
            required = true,
            paramLabel = "FILE",
            description = "Bars: symbol,bucket_ms,open,high,low,close,volume,vwap,trades.")
    private Path expected = Path.of("");

    @Option(
            names = "--conditions",
            defaultValue = "none",
            paramLabel = "TABLE",
            description = "Sale conditions: none, consolidated-tape, without-3-8-32 or a file (default: none).")
    private String conditions = "none";

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Also compare with LEAN's bars; unless the conditions are `none`, 99.5%% of them must be equal.")
    private @Nullable Path against;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".verify",
            description = "Where all it writes goes; emptied at the start (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".verify");

    private VerifyRecording() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new VerifyRecording());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof PartFailed || failure instanceof IOException || failure instanceof SQLException) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailed, SQLException {
        PrintStream out = System.out;
        Map<BarKey, ExpectedBars.Expected> expectedBars = ExpectedBars.read(expected);
        Recording scanned = Recording.scan(recording.toAbsolutePath());
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d trades of %s; sale conditions: %s",
                recording.getFileName(),
                scanned.trades(),
                String.join(", ", scanned.symbols()),
                conditions));
        try (Stack stack = new Stack(options(scanned), out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
            Counts counts = new Journey(stack, scanned, out).run();
            Map<BarKey, Bar> served;
            try (Connection database = stack.connectAsReader()) {
                served = ServedBars.read(database, scanned.symbols());
            }
            BarComparison bars = BarComparison.of(expectedBars, served);
            Report.print(counts, bars, out);
            boolean leanOk = leanOk(served, out);
            boolean ok = counts.conserved() && bars.ok() && leanOk;
            out.println(ok ? "verify-recording: ok" : "verify-recording: FAILED");
            return ok ? 0 : 1;
        }
    }

    private boolean leanOk(Map<BarKey, Bar> served, PrintStream out) throws IOException {
        if (against == null) {
            return true;
        }
        LeanComparison lean = LeanComparison.of(ExpectedBars.readLean(against), served);
        Report.print(lean, out);
        return conditions.equals("none") || lean.percentEqualPrices() >= LEAN_AT_LEAST;
    }

    private StackOptions options(Recording scanned) throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(MODULES);
        return new StackOptions(
                project,
                RunDirectory.fresh(project.root().resolve(directory)),
                Ports.free(),
                Feed.recording(scanned.file(), scanned.symbols()),
                Duration.ofSeconds(5),
                conditions);
    }
}
