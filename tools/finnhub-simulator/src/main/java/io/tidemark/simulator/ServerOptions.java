package io.tidemark.simulator;

import io.tidemark.simulator.server.ApiKeys;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the ports and of what clients may do. */
final class ServerOptions {

    private static final int MAX_PORT = 65_535;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port of WebSocket and REST, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--admin-port",
            defaultValue = "8091",
            description = "Port of the admin API, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int adminPort;

    @Option(
            names = "--token",
            paramLabel = "KEY",
            split = ",",
            description = "API keys that are accepted (default: any that is not empty).")
    private List<String> tokens = List.of();

    @Option(
            names = "--max-symbols",
            paramLabel = "N",
            defaultValue = "50",
            description = "Most symbols of one connection (default: ${DEFAULT-VALUE}).")
    private int maxSymbols;

    @Option(
            names = "--allow-many-connections",
            description = "Let connections share a key; otherwise a second one ends both, as at Finnhub.")
    private boolean manyConnections;

    @Option(
            names = "--ping-every",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "Time between ping frames (default: ${DEFAULT-VALUE}).")
    private Duration pingEvery = Duration.ZERO;

    @Option(
            names = "--frame-every",
            paramLabel = "DURATION",
            defaultValue = "50ms",
            description = "Least time between two frames, so that trades share them; not for --speed max"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration frameEvery = Duration.ZERO;

    @Option(
            names = "--calls-per-minute",
            paramLabel = "N",
            defaultValue = "60",
            description = "REST calls of one key (default: ${DEFAULT-VALUE}).")
    private int callsPerMinute;

    @Option(
            names = "--calls-per-second",
            paramLabel = "N",
            defaultValue = "30",
            description = "REST calls of one key (default: ${DEFAULT-VALUE}).")
    private int callsPerSecond;

    SimulatorSettings.Endpoints endpoints() {
        return new SimulatorSettings.Endpoints(host, port, adminPort);
    }

    ApiKeys keys() {
        return new ApiKeys(new HashSet<>(tokens));
    }

    SimulatorSettings.Limits limits() {
        return new SimulatorSettings.Limits(maxSymbols, !manyConnections, callsPerMinute, callsPerSecond);
    }

    Duration pingEvery() {
        return pingEvery;
    }

    Duration frameEvery() {
        return frameEvery;
    }

    void check(OptionChecks checks) {
        checks.require(port >= 0 && port <= MAX_PORT, "--port must be from 0 to " + MAX_PORT);
        checks.require(adminPort >= 0 && adminPort <= MAX_PORT, "--admin-port must be from 0 to " + MAX_PORT);
        checks.require(maxSymbols > 0, "--max-symbols must be above 0");
        checks.require(!pingEvery.isZero(), "--ping-every must be above 0");
        checks.require(callsPerMinute > 0 && callsPerSecond > 0, "--calls-per-* must be above 0");
        checks.require(!tokens.contains(""), "--token must not be empty");
    }
}
