package io.tidemark.quality.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.quickstart.demo.RunDirectory;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Project;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A recorded day, sent through simulator, ingest and landing, and kept there for a batch that another program runs: for
 * {@code make airflow-check}. It says on one line of JSON where everything is, answers the line {@code compare} with how
 * the served bars stand against the expected ones, and stops when its standard input ends.
 */
@Command(
        name = "landed-recording",
        mixinStandardHelpOptions = true,
        description = "Lands a recorded day and keeps the stack up until standard input ends.")
public final class LandedRecording implements Callable<Integer> {
    private static final List<String> MODULES =
            List.of("serving", "tools/finnhub-simulator", "finnhub-ingest", "finnhub-consumer", "spark-batch");
    private static final Duration SEGMENT_AGE = Duration.ofSeconds(1);

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
            names = "--directory",
            required = true,
            paramLabel = "DIR",
            description = "Where all it writes goes; emptied at the start.")
    private Path directory = Path.of("");

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream progress;

    private LandedRecording(BufferedReader in, PrintStream out, PrintStream progress) {
        this.in = in;
        this.out = out;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var commandLine = new CommandLine(new LandedRecording(in, System.out, System.err));
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
        var oracle = new Oracle(ExpectedBars.read(expected), Optional.empty(), 0, out);
        Recording scanned = Recording.scan(recording.toAbsolutePath());
        try (Stack stack = new Stack(options(scanned), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
            land(stack);
            out.println(address(stack));
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("compare")) {
                    boolean equal = oracle.judge(ServedBars.of(stack, scanned));
                    out.println(equal ? "compare: equal" : "compare: DIFFERENT");
                    out.flush();
                }
            }
        }
        return 0;
    }

    private void land(Stack stack) throws IOException, InterruptedException, PartFailed, SQLException {
        var hops = new Hops(stack, progress);
        stack.startStores();
        stack.startFeed();
        stack.startLanding();
        hops.awaitLanded(hops.awaitAcknowledged(hops.awaitSent()));
    }

    private static String address(Stack stack) throws IOException {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("url", stack.options().jdbcUrl());
        address.put("batchWriterPassword", stack.passwords().batchWriter());
        address.put("dashboardReaderPassword", stack.passwords().dashboardReader());
        address.put("landing", stack.options().landing().toString());
        address.put("results", stack.options().results().toString());
        return new ObjectMapper().writeValueAsString(address);
    }

    private StackOptions options(Recording scanned) throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(MODULES);
        return new StackOptions(
                project,
                RunDirectory.fresh(project.root().resolve(directory)),
                Ports.free(),
                LayerChoice.BATCH.feed(scanned, false),
                SEGMENT_AGE,
                "none");
    }
}
