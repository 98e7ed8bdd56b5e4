package io.tidemark.batch.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a directory of compactions, and what changes it: durable writes and the removal of what nobody
 * names. Held until closed or until the process ends.
 */
public final class CompactionDisk implements AutoCloseable {
    private static final String DATE_PREFIX = "dt=";

    private final CompactedTrades compacted;
    private final FileChannel lock;

    private CompactionDisk(CompactedTrades compacted, FileChannel lock) {
        this.compacted = compacted;
        this.lock = lock;
    }

    /**
     * Takes the directory, which is made when it is absent.
     *
     * @throws IOException when another process holds it
     */
    public static CompactionDisk take(CompactedTrades compacted) throws IOException {
        Files.createDirectories(compacted.manifests());
        Files.createDirectories(compacted.temporary());
        FileChannel channel = FileChannel.open(compacted.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken = null;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another compaction in this very process: as taken as by another process.
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
        if (taken == null) {
            throw new IOException(compacted.root() + ": another compaction is at work there");
        }
        return new CompactionDisk(compacted, channel);
    }

    CompactedTrades compacted() {
        return compacted;
    }

    /**
     * Removes what broken compactions have left and generations of dates that were replaced before this run, which nobody
     * reads any more.
     *
     * @return files and directories removed
     */
    public int collect() throws IOException {
        int removed = 0;
        for (Path left : list(compacted.temporary())) {
            removed += delete(left);
        }
        for (Path directory : list(compacted.root())) {
            Optional<LocalDate> date = date(directory);
            if (date.isEmpty()) {
                continue;
            }
            String named =
                    compacted.of(date.get()).map(CompactionManifest::directory).orElse("");
            for (Path generation : list(directory)) {
                if (!compacted.root().resolve(named).equals(generation)) {
                    removed += delete(generation);
                }
            }
        }
        return removed;
    }

    /** Moves a directory of finished files to the name that a manifest will give. */
    void place(Path temporary, Path generation) throws IOException {
        sync(temporary);
        Files.createDirectories(parent(generation));
        Files.move(temporary, generation, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(generation));
        sync(compacted.root());
    }

    /** Writes a manifest under a temporary name. */
    Path write(CompactionManifest manifest) throws IOException {
        Path file = compacted.temporary().resolve(manifest.date() + ".json");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(CompactionManifestCodec.encode(manifest));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return file;
    }

    /** The one step that publishes: readers see the manifest before or the new one. */
    void publish(Path temporary, LocalDate date) throws IOException {
        Files.move(
                temporary,
                compacted.manifest(date),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        sync(compacted.manifests());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Optional<LocalDate> date(Path directory) {
        String name = String.valueOf(directory.getFileName());
        if (!name.startsWith(DATE_PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(DATE_PREFIX.length())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.sorted().toList();
        }
    }

    private static int delete(Path top) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(top)) {
            walked.forEach(all::add);
        }
        all.sort(Comparator.reverseOrder());
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
        return all.size();
    }

    private static Path parent(Path path) throws IOException {
        @Nullable Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no directory");
        }
        return parent;
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
