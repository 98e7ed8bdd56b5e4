package io.tidemark.quality.recording;

import io.tidemark.quickstart.demo.RunDirectory;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Project;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make verify-recording}: a recorded day from the feed to the served bars, compared with expected bars. */
@Command(
        name = "verify-recording",
        mixinStandardHelpOptions = true,
        description =
                "Sends a recorded day through simulator, WebSocket, ingest, Kafka, the layer asked for and serving,"
                        + " and compares the served one-minute bars with expected ones. Exit code 0 when all is equal, else 1.")
public final class VerifyRecording implements Callable<Integer> {
    private static final List<String> MODULES = List.of("serving", "tools/finnhub-simulator", "finnhub-ingest");

    /** Short, so that landing can be stopped in the middle of a day that passes in seconds. */
    private static final Duration SEGMENT_AGE = Duration.ofSeconds(1);

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
            names = "--layer",
            defaultValue = "batch",
            paramLabel = "LAYER",
            description =
                    "batch: landing and Spark. speed: Flink alone. served: both, with the boundary in the middle of"
                            + " the day. late: both, and trades up to 40 minutes late. (default: ${DEFAULT-VALUE})")
    private LayerChoice layer = LayerChoice.BATCH;

    @Option(
            names = "--chaos",
            description =
                    "With --layer=speed: frames come up to 5 s out of order and more than once, and the task manager is"
                            + " killed with -9 three times.")
    private boolean chaos;

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
        CommandLine commandLine = new CommandLine(new VerifyRecording()).setCaseInsensitiveEnumValuesAllowed(true);
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
        if (chaos && layer != LayerChoice.SPEED) {
            throw new PartFailed("--chaos (CHAOS=1) is for --layer=speed only");
        }
        PrintStream out = System.out;
        Oracle oracle = oracle(out);
        Recording scanned = Recording.scan(recording.toAbsolutePath());
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d trades of %s; sale conditions: %s; layer: %s%s",
                recording.getFileName(),
                scanned.trades(),
                String.join(", ", scanned.symbols()),
                conditions,
                layer.name().toLowerCase(Locale.ROOT),
                chaos ? " with chaos" : ""));
        try (Stack stack = new Stack(options(scanned), out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
            boolean ok = check(stack, scanned, oracle, out).run();
            out.println(ok ? "verify-recording: ok" : "verify-recording: FAILED");
            return ok ? 0 : 1;
        }
    }

    private LayerCheck check(Stack stack, Recording scanned, Oracle oracle, PrintStream out) {
        return switch (layer) {
            case BATCH -> new BatchCheck(stack, scanned, oracle, out);
            case SPEED -> new SpeedCheck(stack, scanned, oracle, chaos, out);
            case SERVED -> new ServedCheck(stack, scanned, oracle, out);
            case LATE -> new LateCheck(stack, scanned, oracle, out);
        };
    }

    private Oracle oracle(PrintStream out) throws IOException {
        return new Oracle(
                ExpectedBars.read(expected),
                against == null ? Optional.empty() : Optional.of(ExpectedBars.readLean(against)),
                conditions.equals("none") ? 0 : LEAN_AT_LEAST,
                out);
    }

    private StackOptions options(Recording scanned) throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(
                Stream.concat(MODULES.stream(), layer.modules().stream()).toList());
        return new StackOptions(
                project,
                RunDirectory.fresh(project.root().resolve(directory)),
                Ports.free(),
                layer.feed(scanned, chaos),
                SEGMENT_AGE,
                conditions);
    }
}
