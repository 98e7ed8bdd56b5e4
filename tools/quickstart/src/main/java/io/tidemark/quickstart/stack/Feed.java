package io.tidemark.quickstart.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What the simulator sends.
 *
 * @param symbols to subscribe to
 * @param simulatorArguments how the simulator makes or reads its trades
 */
public record Feed(List<String> symbols, List<String> simulatorArguments) {

    public Feed {
        symbols = List.copyOf(symbols);
        simulatorArguments = List.copyOf(simulatorArguments);
    }

    /** A simulated market in these symbols, now. */
    public static Feed simulatedMarket(List<String> symbols, double tradesPerSecond, int minutesOfHistory) {
        return new Feed(
                symbols,
                List.of(
                        "--symbols=" + String.join(",", symbols),
                        "--rate=" + tradesPerSecond,
                        "--history=" + minutesOfHistory + "m"));
    }

    /** A recorded day with its own times, as fast as ingest takes it, beginning when all its symbols are subscribed. */
    public static Feed recording(Path file, List<String> symbols) {
        return new Feed(symbols, List.of("--recording=" + file, "--speed=max", "--times=original"));
    }
}
