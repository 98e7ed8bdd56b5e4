package io.tidemark.news.finnhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The symbols whose companies' news are wanted: from the settings, or from a file with one a line ({@code #} begins a
 * comment) that is read again before every round. A file at fault changes nothing. Confined to one thread.
 */
public final class WatchedSymbols {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedSymbols.class);

    private final @Nullable Path file;
    private List<String> symbols;

    private WatchedSymbols(@Nullable Path file, List<String> symbols) {
        this.file = file;
        this.symbols = symbols;
    }

    public static WatchedSymbols of(List<String> symbols) {
        return new WatchedSymbols(
                null,
                symbols.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList());
    }

    /**
     * Reads the file for the first time.
     *
     * @throws IOException when that is not possible
     */
    public static WatchedSymbols in(Path file) throws IOException {
        try {
            return new WatchedSymbols(file, read(file));
        } catch (IOException e) {
            throw new IOException("finnhub.symbols.file " + file + " cannot be read: " + e, e);
        }
    }

    List<String> now() {
        if (file != null) {
            try {
                symbols = read(file);
            } catch (IOException e) {
                LOG.warn("symbols stay as they are: finnhub.symbols.file {}: {}", file, e.toString());
            }
        }
        return symbols;
    }

    private static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
