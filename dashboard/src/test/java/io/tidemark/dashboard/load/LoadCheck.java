package io.tidemark.dashboard.load;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code make dashboard-load}: many readers on a market of many stored bars. */
@Command(
        name = "dashboard-load",
        mixinStandardHelpOptions = true,
        description =
                "Measures the packaged dashboard over many stored bars, with many open pages whose prices move: chart"
                        + " queries, first paint, delay of updates, CPU and memory a session. Exit code 0 when every page got its"
                        + " prices, the p95 of chart queries is at most 50 ms and the median first paint at most 1.5 s; else 1.")
public final class LoadCheck implements Callable<Integer> {
    @Option(
            names = "--bars",
            paramLabel = "N",
            defaultValue = "50000000",
            description = "Stored one-minute bars, at least; longer ones come on top (default: ${DEFAULT-VALUE}).")
    private long bars;

    @Option(names = "--symbols", paramLabel = "N", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int symbols;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "50",
            description = "Open pages (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "4",
            description = "Times a second that the price of every symbol changes (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Length of the measurement (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--paints",
            paramLabel = "N",
            defaultValue = "10",
            description = "Visits of Chromium, cold and warm each, before and with the sessions (default:"
                    + " ${DEFAULT-VALUE}).")
    private int paints;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the database is kept and used again. Without it, it is removed at the end.")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out = System.out;

    private LoadCheck() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoadCheck()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (LongStream.of(bars, symbols, sessions, rate, seconds, paints).anyMatch(number -> number < 1)) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "every number must be 1 or more");
        }
        Bounds bounds = new Bounds(out);
        Optional<Path> folder =
                Optional.ofNullable(data).map(Path.of(System.getProperty("tidemark.from", ""))::resolve);
        out.println(String.format(
                Locale.ROOT, "%,d bars of %d symbols; %d sessions, %d updates/s", bars, symbols, sessions, rate));
        LoadRun.Plan plan = new LoadRun.Plan(bars, symbols, sessions, rate, seconds, paints);
        try (LoadDatabase database = LoadDatabase.open(folder, out);
                AtExit stop = AtExit.close(database)) {
            new LoadRun(database, plan, bounds, out).run();
        } catch (IllegalStateException e) {
            bounds.broken(String.valueOf(e.getMessage()));
        }
        out.println(
                bounds.missed().isEmpty()
                        ? "dashboard-load: all bounds met"
                        : "dashboard-load: FAILED: " + String.join("; ", bounds.missed()));
        return bounds.missed().isEmpty() ? 0 : 1;
    }
}
