package io.tidemark.landing.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one partition's files, held until closed or until the process ends. It saves two writers from
 * working for nothing; that no record lands twice does not depend on it (the commit's link sees to that).
 */
public final class PartitionLock implements Closeable {
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private PartitionLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock if it is free.
     *
     * @param file the lock file; made when absent, never removed, for another process may hold it open
     * @return empty when somebody else holds it
     * @throws IOException when the file system cannot lock
     */
    public static Optional<PartitionLock> tryAcquire(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new PartitionLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Another writer in this very process: as taken as by another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Pretends to hold the lock: for tests that set two writers on one partition. */
    public static PartitionLock bypassed(Path file) throws IOException {
        return new PartitionLock(open(file), null);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        channel.close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
