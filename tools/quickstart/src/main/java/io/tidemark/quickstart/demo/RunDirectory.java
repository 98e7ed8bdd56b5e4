package io.tidemark.quickstart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory that a run writes into. */
public final class RunDirectory {
    private static final String MARKER = ".tidemark-run";

    private RunDirectory() {}

    /**
     * Makes an empty directory for a run, removing what an earlier run left there.
     *
     * @throws IOException when it holds something that is no earlier run's: that is never deleted
     */
    public static Path fresh(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            if (!isEmpty(directory) && !Files.exists(directory.resolve(MARKER))) {
                throw new IOException(
                        directory + " holds files that no earlier run wrote; name another with --directory");
            }
            delete(directory);
        }
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(MARKER), "This directory is emptied at the start of every run.\n");
        return directory;
    }

    /** Removes a run's directory with all that is in it. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
