package io.tidemark.quality.latency;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.quickstart.demo.RunDirectory;
import io.tidemark.quickstart.process.ChildProcess;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make latency}: a simulated market through WebSocket, Kafka, Flink and database, and how long its trades take. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description =
                "Measures the time from a trade's receipt by finnhub-ingest to the first sight of a served bar that holds"
                        + " it. Exit code 0 when every trade was seen, else 1; how long it took is reported, not judged.")
public final class LatencyCheck implements Callable<Integer> {
    private static final List<String> MODULES =
            List.of("serving", "tools/finnhub-simulator", "finnhub-ingest", "flink-speed-layer");
    private static final int AIM_P99_MS = 250;
    private static final long PAUSE_MS = 5;

    /** The one that finnhub-ingest reads, too, on the same machine. */
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "TRADES/S",
            defaultValue = "1000,5000",
            description = "Mean trades per second, one run each (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates = List.of();

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "50",
            description = "Symbols that the trades are of (default: ${DEFAULT-VALUE}).")
    private int symbols = 50;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time before the measurement (default: ${DEFAULT-VALUE}).")
    private int warmUp = 30;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Length of the measurement (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".latency",
            description = "Where all it writes goes; emptied at the start (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".latency");

    private LatencyCheck() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new LatencyCheck());
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
    public Integer call() throws IOException, InterruptedException, PartFailed, SQLException, DecodeException {
        PrintStream out = System.out;
        boolean allSeen = true;
        for (int rate : rates) {
            out.println(String.format(Locale.ROOT, "%,d trades/s of %d symbols", rate, symbols));
            Latencies latencies = measure(rate, out);
            out.println(String.format(
                    Locale.ROOT,
                    "  received %,.0f/s; receive to visible: %s; aim p99 <= %d ms %s",
                    (double) latencies.sorted().size() / seconds,
                    latencies,
                    AIM_P99_MS,
                    latencies.percentile(0.99) <= AIM_P99_MS ? "met" : "missed"));
            allSeen &= latencies.unseen() == 0;
        }
        out.println(allSeen ? "latency: every trade was seen" : "latency: FAILED, trades were never seen");
        return allSeen ? 0 : 1;
    }

    private Latencies measure(int rate, PrintStream out)
            throws IOException, InterruptedException, PartFailed, SQLException, DecodeException {
        try (Stack stack = new Stack(options(rate), out)) {
            var stop = new Thread(stack::close, "stop-all");
            Runtime.getRuntime().addShutdownHook(stop);
            stack.startStores();
            stack.startSpeed();
            stack.startFeed();
            try (Connection reader = stack.connectAsReader();
                    var received = new ReceivedTrades(
                            "127.0.0.1:" + stack.options().ports().kafka())) {
                var visible = new VisibleBars(reader, clock);
                watch(stack, visible, Duration.ofSeconds(warmUp));
                long from = clock.millis();
                watch(stack, visible, Duration.ofSeconds(seconds));
                long to = clock.millis();
                // What came in at the very end has its chance, too.
                watch(stack, visible, Duration.ofSeconds(5));
                received.readAll();
                return Latencies.of(received.byMinute(), visible.sights(), from, to);
            } finally {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }

    private static void watch(Stack stack, VisibleBars visible, Duration time)
            throws InterruptedException, SQLException, PartFailed {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            visible.look();
            Optional<ChildProcess> fallen = stack.fallen();
            if (fallen.isPresent()) {
                throw fallen.get().failure();
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private StackOptions options(int rate) throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(MODULES);
        List<String> names =
                IntStream.range(0, symbols).mapToObj(i -> "SYM" + i).toList();
        return new StackOptions(
                project,
                RunDirectory.fresh(project.root().resolve(directory)),
                Ports.free(),
                Feed.simulatedMarket(names, rate, 0),
                Duration.ofSeconds(10),
                // Every trade counts in its bar.
                "none");
    }
}
