package io.tidemark.quality.scale;

import io.tidemark.quickstart.demo.RunDirectory;
import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Feed;
import io.tidemark.quickstart.stack.Landed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Project;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make scale}: many trades of one day through landing and batch, each within the heap that it has anyway. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description =
                "Generates a day of trades into Kafka and takes it through landing (heap 384 MiB) and batch (1 GiB);"
                        + " prints time and peak memory of each, and exits 1 when a trade is lost or counted twice.")
public final class ScaleCheck implements Callable<Integer> {
    private static final List<String> MODULES = List.of("serving", "finnhub-consumer", "spark-batch");
    private static final int PARTITIONS = 6;
    private static final long LOOK_EVERY_MS = 250;

    @Option(names = "--trades", defaultValue = "10000000", description = "Trades (default: ${DEFAULT-VALUE}).")
    private long trades = 10_000_000;

    @Option(names = "--symbols", defaultValue = "50", description = "Symbols (default: ${DEFAULT-VALUE}).")
    private int symbols = 50;

    @Option(names = "--seed", defaultValue = "1", description = "Of the generator (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".verify",
            description = "Where all it writes goes; emptied at the start (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".verify");

    private final PrintStream out = System.out;

    private ScaleCheck() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new ScaleCheck());
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
    public Integer call() throws IOException, InterruptedException, PartFailed, SQLException, ExecutionException {
        StackOptions options = options();
        try (Stack stack = new Stack(options, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
            stack.startStores();
            long begin = System.nanoTime();
            double volume = new DayProducer("127.0.0.1:" + options.ports().kafka())
                    .send(new GeneratedDay(trades, symbols, seed), PARTITIONS);
            report("generated into Kafka", begin, "");
            land(stack);
            batch(stack);
            return check(stack, volume) ? 0 : 1;
        }
    }

    private void land(Stack stack) throws PartFailed, IOException, InterruptedException {
        long begin = System.nanoTime();
        stack.startLanding();
        ChildProcess consumer = stack.part("finnhub-consumer").orElseThrow();
        while (Landed.read(stack.options().landing()).records() < trades) {
            if (!consumer.isAlive()) {
                throw consumer.failure();
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        String peak = peak(consumer);
        report("landed", begin, peak);
        stack.stop("finnhub-consumer");
        begin = System.nanoTime();
        if (stack.verifyLanding() != 0) {
            throw new PartFailed("The landing directory does not verify: see "
                    + stack.options().logs().resolve("finnhub-consumer-verify.log"));
        }
        report("verified", begin, "");
    }

    private void batch(Stack stack) throws PartFailed, IOException, InterruptedException {
        long begin = System.nanoTime();
        var peakWatch = new PeakWatch(stack, "spark-batch");
        try (peakWatch) {
            if (stack.runBatch(List.of("--dirty")) != 0) {
                throw new PartFailed(
                        "The batch run failed: see " + stack.options().logs().resolve("spark-batch.log"));
            }
        }
        report("batch published", begin, peakWatch.describe());
    }

    private boolean check(Stack stack, double volume) throws SQLException {
        String sql = "SELECT coalesce(sum(b.trades), 0)::bigint, coalesce(sum(b.volume), 0) FROM serving.watchlist w"
                + " CROSS JOIN LATERAL serving.bars(w.symbol, '1d', NULL, NULL) b";
        try (Connection database = stack.connectAsReader();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            boolean ok = row.getLong(1) == trades && row.getDouble(2) == volume;
            out.println(String.format(
                    Locale.ROOT,
                    "served: %,d of %,d trades, volume %,.0f of %,.0f: %s",
                    row.getLong(1),
                    trades,
                    row.getDouble(2),
                    volume,
                    ok ? "ok" : "DIFFERENT"));
            return ok;
        }
    }

    private void report(String what, long begin, String memory) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(
                Locale.ROOT, "%-22s %6.1f s  %,10.0f trades/s  %s", what, seconds, trades / seconds, memory));
    }

    private static String peak(ChildProcess part) {
        var peak = Memory.peakMebibytes(part.pid());
        return peak.isPresent() ? "peak resident memory " + peak.getAsLong() + " MiB" : "";
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
