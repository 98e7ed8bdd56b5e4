package io.tidemark.quickstart.demo;

import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole system until Ctrl-C. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts broker, database, simulator, ingest, the Flink job, landing, a batch run every minute and the dashboard.")
public final class DemoCommand implements Callable<Integer> {
    private static final int LOOK_EVERY_MS = 1000;

    @Mixin
    private DemoOptions demo = new DemoOptions();

    @Option(names = "--port", defaultValue = "8080", description = "Port of the dashboard (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--free-ports", description = "Use any free ports instead of the fixed ones.")
    private boolean freePorts;

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailed {
        PrintStream out = System.out;
        Ports ports = freePorts ? Ports.free() : Ports.DEMO.withDashboard(port);
        ports.requireFree();
        StackOptions options = demo.stack(ports);
        try (Stack stack = new Stack(options, out);
                BatchLoop batches = new BatchLoop(stack, demo.batchPeriod(), out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, batches, out), "stop-demo"));
            out.println("Starting Tidemark in " + options.directory());
            DemoStart.start(stack, batches);
            announce(options, out);
            return watch(stack);
        }
    }

    private static void stop(Stack stack, BatchLoop batches, PrintStream out) {
        out.println("\nStopping all parts ...");
        batches.close();
        stack.close();
        out.println("Stopped; nothing is left running.");
    }

    private static void announce(StackOptions options, PrintStream out) {
        out.println();
        out.println("  Dashboard:  http://127.0.0.1:" + options.ports().dashboard() + "/");
        out.println("  Logs:       " + options.logs() + "/<part>.log");
        out.println("  Landed:     " + options.landing() + "    Results: " + options.results());
        out.println("  Database:   " + options.jdbcUrl() + "  (user postgres)");
        out.println("  Flink:      http://127.0.0.1:" + options.ports().flink() + "/jobs/overview");
        out.println(
                "  The market is simulated: bars are live at once, and settle below the boundary with each batch run."
                        + " Ctrl-C stops all.");
        out.println();
    }

    private static int watch(Stack stack) throws InterruptedException, PartFailed {
        while (true) {
            Optional<ChildProcess> fallen = stack.fallen();
            if (fallen.isPresent() && !fallen.get().command().name().equals("spark-batch")) {
                throw fallen.get().failure();
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
