package io.tidemark.quickstart.demo;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Feed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Project;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What a user can choose about the demo. */
public final class DemoOptions {
    private static final List<String> MODULES = List.of(
            "serving",
            "tools/finnhub-simulator",
            "finnhub-ingest",
            "news-ingest",
            "finnhub-consumer",
            "flink-speed-layer",
            "spark-batch",
            "dashboard");

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".demo",
            description = "Where all it writes goes; emptied at the start (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".demo");

    @Option(
            names = "--symbols",
            split = ",",
            paramLabel = "SYMBOL",
            defaultValue = "AAPL,MSFT,NVDA,AMZN,META,GOOGL,TSLA,JPM,XOM,IBM,BINANCE:BTCUSDT",
            description = "Symbols of the simulated market (default: ${DEFAULT-VALUE}).")
    private List<String> symbols = List.of();

    @Option(
            names = "--rate",
            defaultValue = "57",
            description = "Mean trades per second over all symbols (default: ${DEFAULT-VALUE}).")
    private double rate = 57;

    @Option(
            names = "--history",
            paramLabel = "MINUTES",
            defaultValue = "120",
            description = "Minutes of simulated past to begin with (default: ${DEFAULT-VALUE}).")
    private int history = 120;

    @Option(
            names = "--batch-every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Pause between two batch runs (default: ${DEFAULT-VALUE}).")
    private int batchEvery = 60;

    /** Pause between two batch runs. */
    public Duration batchPeriod() {
        return Duration.ofSeconds(batchEvery);
    }

    /**
     * Sets up a demo in an emptied directory.
     *
     * @throws PartFailed when the project is not built
     */
    public StackOptions stack(Ports ports) throws PartFailed, IOException {
        Project project = Project.here();
        project.requireBuilt(MODULES);
        Path fresh = RunDirectory.fresh(project.root().resolve(directory));
        return new StackOptions(
                project,
                fresh,
                ports,
                Feed.simulatedMarket(symbols, rate, history),
                Duration.ofSeconds(10),
                "consolidated-tape");
    }
}
