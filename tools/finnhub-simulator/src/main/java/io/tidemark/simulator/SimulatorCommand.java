package io.tidemark.simulator;

import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.http.PortTakenException;
import io.tidemark.simulator.recording.RecordingException;
import io.tidemark.simulator.truth.TruthDocuments;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "finnhub-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        versionProvider = ManifestVersion.class,
        customSynopsis = "java -jar finnhub-simulator.jar [OPTIONS]%n",
        description = {
            "A server that speaks Finnhub's WebSocket and REST: a simulated market or a recording,",
            "with faults on demand, and a count of what it really sent."
        },
        footer = {
            "",
            "Examples:",
            "  A simulated market on the default ports, for any client of Finnhub:",
            "    java -jar finnhub-simulator.jar",
            "  A recorded day as fast as the client takes it, starting when all its symbols are subscribed:",
            "    java -jar finnhub-simulator.jar --recording day.csv.gz --speed max",
            "  The same in real time, as if it happened now, with a drop every ten minutes:",
            "    java -jar finnhub-simulator.jar --recording day.csv.gz --times shifted --drop-every 10m",
            "  Triple delivery of one frame in a hundred, and 401 for the first three handshakes:",
            "    java -jar finnhub-simulator.jar --duplicate 0.01 --fail-handshakes 401:3",
            "  What was sent so far, and a fault while it runs:",
            "    curl localhost:8091/admin/truth",
            "    curl -d '{\"silenceNow\": 200}' localhost:8091/admin/faults",
            "",
            "Standard output gets one line when it is ready and a summary when it is stopped; logs go to standard error.",
            "Exit codes: 1 when it cannot run (a port is taken, a recording is malformed), 2 for bad options."
        })
final class SimulatorCommand implements Callable<Integer> {

    private final InstantSource clock;
    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(validate = false, heading = "%nServer:%n")
    private ServerOptions server = new ServerOptions();

    @ArgGroup(validate = false, heading = "%nSimulated market and news:%n")
    private MarketOptions market = new MarketOptions();

    @ArgGroup(validate = false, heading = "%nRecording:%n")
    private RecordingOptions recording = new RecordingOptions();

    @ArgGroup(validate = false, heading = "%nFaults (P is a chance from 0 to 1):%n")
    private FaultOptions faults = new FaultOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of market, news and faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * A command that has not been run.
     *
     * @param clock wall time
     * @param out gets the ready line and the summary
     */
    SimulatorCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorSettings settings = settings();
        Simulator simulator;
        try {
            simulator = Simulator.start(settings, clock);
        } catch (RecordingException | PortTakenException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "stop"));
        String host = settings.endpoints().host();
        out.printf("ready ws://%s:%d admin http://%s:%d%n", host, simulator.port(), host, simulator.adminPort());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(Simulator simulator) {
        simulator.close();
        out.print(TruthDocuments.summary(simulator.report()));
        out.flush();
    }

    /** The settings that the options make. */
    SimulatorSettings settings() {
        OptionChecks checks = new OptionChecks();
        server.check(checks);
        market.check(checks);
        recording.check(checks, market.hasSymbols());
        FaultPlan plan = FaultPlan.NONE;
        try {
            plan = faults.plan();
        } catch (IllegalArgumentException e) {
            checks.require(false, "faults: " + e.getMessage());
        }
        if (!checks.problems().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", checks.problems()));
        }
        FeedSettings feed = recording
                .settings()
                .<FeedSettings>map(FeedSettings.Recorded::new)
                .orElseGet(() -> new FeedSettings.Simulated(market.market(seed), market.history()));
        return new SimulatorSettings(
                server.endpoints(),
                server.keys(),
                server.limits(),
                server.pingEvery(),
                server.frameEvery(),
                feed,
                market.news(),
                plan,
                seed);
    }
}
