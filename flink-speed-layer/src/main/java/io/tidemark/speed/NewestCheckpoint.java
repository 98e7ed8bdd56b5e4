package io.tidemark.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a job that ran in an earlier process left its state: {@code <directory>/<job>/chk-<n>/_metadata}. */
final class NewestCheckpoint {
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 3;

    private NewestCheckpoint() {}

    /**
     * The newest complete checkpoint of any job below a directory; a checkpoint is complete when its metadata is there,
     * which Flink writes last.
     *
     * @param directory path or {@code file:} URI; any other storage belongs to a cluster, which restores by itself
     * @throws IOException when the directory cannot be read
     */
    static Optional<Path> in(String directory) throws IOException {
        Path root = directory.startsWith("file:") ? Path.of(URI.create(directory)) : Path.of(directory);
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(root, DEPTH, (path, attributes) -> isMetadata(path))) {
            return files.max(Comparator.comparing(NewestCheckpoint::writtenAt).thenComparing(Path::toString))
                    .map(Path::getParent);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isMetadata(Path path) {
        Path checkpoint = path.getParent();
        return path.endsWith(METADATA)
                && checkpoint != null
                && String.valueOf(checkpoint.getFileName()).startsWith("chk-");
    }

    private static long writtenAt(Path metadata) {
        try {
            return Files.getLastModifiedTime(metadata).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
