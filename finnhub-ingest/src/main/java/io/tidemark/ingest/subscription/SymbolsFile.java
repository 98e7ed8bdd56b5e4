package io.tidemark.ingest.subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with one symbol a line; {@code #} begins a comment. Changes are found by reading it again, not by watching: that
 * works on every file system and with files that are replaced behind a link. Confined to one thread.
 */
public final class SymbolsFile {
    private final Path path;
    private @Nullable List<String> seen;

    public SymbolsFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the symbols.
     *
     * @throws IOException when the file cannot be read, holds something that is no symbol, or none at all
     */
    public List<String> read() throws IOException {
        try {
            var lines = Files.readAllLines(path).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                throw new IOException("holds no symbol");
            }
            seen = List.copyOf(Symbols.of(lines));
            return seen;
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("finnhub.symbols.file " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the symbols if they are others than the last time.
     *
     * @throws IOException as {@link #read()}; the symbols known so far stay in force
     */
    public Optional<List<String>> readIfChanged() throws IOException {
        List<String> before = seen;
        List<String> now = read();
        return now.equals(before) ? Optional.empty() : Optional.of(now);
    }
}
