package io.tidemark.simulator;

import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.server.ApiKeys;
import java.time.Duration;

/**
 * Everything that the command line can set.
 *
 * @param host address to listen on
 * @param port Finnhub's port, 0 for a free one
 * @param adminPort the admin API's port, 0 for a free one
 * @param keys API keys that are accepted
 * @param maxSymbols most symbols of one connection
 * @param oneConnectionPerKey whether a second connection with a key ends both
 * @param pingInterval time between ping frames
 * @param recording what is played
 */
public record SimulatorSettings(
        String host,
        int port,
        int adminPort,
        ApiKeys keys,
        int maxSymbols,
        boolean oneConnectionPerKey,
        Duration pingInterval,
        RecordingSettings recording) {}
