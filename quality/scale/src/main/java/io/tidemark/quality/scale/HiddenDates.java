package io.tidemark.quality.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Takes landed dates out of reach for a while: what succeeds meanwhile has not read them, whatever it says. */
final class HiddenDates implements AutoCloseable {
    private final Path trades;
    private final Path hidden;

    private HiddenDates(Path trades, Path hidden) {
        this.trades = trades;
        this.hidden = hidden;
    }

    /** Hides all dates but those whose directories are named. */
    static HiddenDates allBut(Path landing, List<String> directories) throws IOException {
        var dates = new HiddenDates(landing.resolve("trades"), landing.resolveSibling("hidden-dates"));
        Files.createDirectories(dates.hidden);
        for (Path directory : list(dates.trades)) {
            String name = directory.getFileName().toString();
            if (name.startsWith("dt=") && !directories.contains(name)) {
                Files.move(directory, dates.hidden.resolve(name));
            }
        }
        return dates;
    }

    @Override
    public void close() throws IOException {
        for (Path directory : list(hidden)) {
            Files.move(directory, trades.resolve(directory.getFileName()));
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.sorted().toList();
        }
    }
}
