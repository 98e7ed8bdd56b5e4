package io.tidemark.simulator;

import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.server.ApiKeys;
import java.time.Duration;

/**
 * Everything that the command line can set.
 *
 * @param endpoints where it listens
 * @param keys API keys that are accepted
 * @param limits what a client may do
 * @param pingInterval time between ping frames
 * @param frameInterval least time between two frames of a paced feed
 * @param feed what is played
 * @param news how much news there is
 * @param faults faults from the start
 * @param seed of everything random
 */
public record SimulatorSettings(
        Endpoints endpoints,
        ApiKeys keys,
        Limits limits,
        Duration pingInterval,
        Duration frameInterval,
        FeedSettings feed,
        NewsSettings news,
        FaultPlan faults,
        long seed) {

    /**
     * Where the simulator listens.
     *
     * @param host address
     * @param port Finnhub's port, 0 for a free one
     * @param adminPort the admin API's port, 0 for a free one
     */
    public record Endpoints(String host, int port, int adminPort) {}

    /**
     * What a client may do.
     *
     * @param maxSymbols most symbols of one connection
     * @param oneConnectionPerKey whether a second connection with a key ends both
     * @param callsPerMinute REST calls of a key
     * @param callsPerSecond REST calls of a key
     */
    public record Limits(int maxSymbols, boolean oneConnectionPerKey, int callsPerMinute, int callsPerSecond) {}
}
