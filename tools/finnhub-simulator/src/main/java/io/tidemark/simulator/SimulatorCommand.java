package io.tidemark.simulator;

import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.RecordingException;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.StartCondition;
import io.tidemark.simulator.recording.TradeTimes;
import io.tidemark.simulator.server.ApiKeys;
import io.tidemark.simulator.server.PortTakenException;
import io.tidemark.simulator.truth.TruthDocuments;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "finnhub-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A server that speaks Finnhub's WebSocket and REST.")
final class SimulatorCommand implements Callable<Integer> {

    private final InstantSource clock;
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", defaultValue = "127.0.0.1")
    private String host;

    @Option(names = "--port", defaultValue = "8090")
    private int port;

    @Option(names = "--admin-port", defaultValue = "8091")
    private int adminPort;

    @Option(names = "--token", split = ",")
    private List<String> tokens = List.of();

    @Option(names = "--max-symbols", defaultValue = "50")
    private int maxSymbols;

    @Option(names = "--ping-seconds", defaultValue = "60")
    private int pingSeconds;

    @Option(names = "--recording", required = true)
    private Path recording;

    @Option(names = "--speed", defaultValue = "1")
    private String speed;

    @Option(names = "--times", defaultValue = "original")
    private TradeTimes times;

    @Option(names = "--start-when", defaultValue = "subscribed")
    private StartCondition startWhen;

    @SuppressWarnings("NullAway.Init")
    SimulatorCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Simulator simulator;
        try {
            simulator = Simulator.start(settings(), clock);
        } catch (RecordingException | PortTakenException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "stop"));
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

    private SimulatorSettings settings() {
        return new SimulatorSettings(
                host,
                port,
                adminPort,
                new ApiKeys(new HashSet<>(tokens)),
                maxSymbols,
                true,
                Duration.ofSeconds(pingSeconds),
                new RecordingSettings(recording, PlaybackSpeed.parse(speed), times, startWhen));
    }
}
