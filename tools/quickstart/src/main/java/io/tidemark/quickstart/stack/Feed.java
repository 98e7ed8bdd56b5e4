package io.tidemark.quickstart.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the simulator sends.
 *
 * @param symbols to subscribe to
 * @param simulatorArguments how the simulator makes or reads its trades
 * @param repeatsFrames whether it delivers frames more than once, so that ingest has to divert them
 */
public record Feed(List<String> symbols, List<String> simulatorArguments, boolean repeatsFrames) {

    public Feed {
        symbols = List.copyOf(symbols);
        simulatorArguments = List.copyOf(simulatorArguments);
    }

    /** A simulated market in these symbols, now, with a day of news behind it. */
    public static Feed simulatedMarket(List<String> symbols, double tradesPerSecond, int minutesOfHistory) {
        return new Feed(
                symbols,
                List.of(
                        "--symbols=" + String.join(",", symbols),
                        "--rate=" + tradesPerSecond,
                        "--history=" + minutesOfHistory + "m",
                        "--news-backfill=24h"),
                false);
    }

    /**
     * A recorded day with its own times, beginning when all its symbols are subscribed.
     *
     * @param pace multiple of the recording's own, or {@code max}: as fast as ingest takes it
     */
    public static Feed recording(Path file, List<String> symbols, String pace) {
        return new Feed(symbols, List.of("--recording=" + file, "--speed=" + pace, "--times=original"), false);
    }

    /**
     * The same with faults.
     *
     * @param faults JSON as the simulator's admin API takes it
     * @param repeatsFrames whether a fault is that frames come more than once
     */
    public Feed disturbed(String faults, boolean repeatsFrames) {
        return new Feed(
                symbols,
                Stream.concat(simulatorArguments.stream(), Stream.of("--faults=" + faults))
                        .toList(),
                repeatsFrames);
    }
}
