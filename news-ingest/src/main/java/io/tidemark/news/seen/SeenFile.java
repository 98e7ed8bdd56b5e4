package io.tidemark.news.seen;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines: appended to and forced to disk, or replaced as a whole, in which case a reader and a crash see the old
 * or the new one. A lock beside it keeps a second process out. Streams, not channels, write it: an interrupt closes a
 * channel, and a stop interrupts. Confined to one thread at a time.
 */
final class SeenFile implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;
    private final FileLock lock;
    private @Nullable FileOutputStream appending;

    private SeenFile(Path path, FileChannel lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes the file.
     *
     * @throws IOException when its directory cannot be made or another process holds it
     */
    static SeenFile open(Path path) throws IOException {
        Path file = path.toAbsolutePath();
        Files.createDirectories(file.resolveSibling("."));
        var lockFile = FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new IOException("state.file " + file + " is in use by another process: run one instance only");
        }
        return new SeenFile(file, lockFile, lock);
    }

    /** The complete lines; what a crash left of a last one is not among them. */
    List<String> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        String text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    void append(List<String> lines) throws IOException {
        if (appending == null) {
            appending = new FileOutputStream(path.toFile(), true);
        }
        write(appending, lines);
    }

    void replace(List<String> lines) throws IOException {
        closeAppending();
        Path temporary = beside(path, ".tmp");
        try (var out = new FileOutputStream(temporary.toFile())) {
            write(out, lines);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        closeAppending();
        lock.release();
        lockFile.close();
    }

    private static void write(FileOutputStream out, List<String> lines) throws IOException {
        // Not closed: it would close the file.
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (String line : lines) {
            writer.write(line);
            writer.write('\n');
        }
        writer.flush();
        out.getFD().sync();
    }

    private void closeAppending() throws IOException {
        if (appending != null) {
            appending.close();
            appending = null;
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
