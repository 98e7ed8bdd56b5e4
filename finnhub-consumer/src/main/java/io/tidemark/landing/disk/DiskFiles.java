package io.tidemark.landing.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The operating system's files. For one thread. */
public final class DiskFiles implements LandingFiles {
    /** Late data can touch any hour of any year; what falls out of the set only costs another sync. */
    private static final int REMEMBERED_DIRECTORIES = 10_000;

    private final Path root;
    private final Set<Path> durableDirectories = new HashSet<>();

    /**
     * Files below a directory.
     *
     * @param root below which directories are made durable; its own name is its maker's affair
     */
    public DiskFiles(Path root) {
        this.root = root;
    }

    @Override
    public OutputFile create(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Directories that another process made are synced as well: it may not have come to it, and a power cut would then
     * take our committed files with the directory.
     */
    @Override
    public void ensureDirectory(Path directory) throws IOException {
        if (durableDirectories.contains(directory)) {
            return;
        }
        Files.createDirectories(directory);
        for (Path child = directory; child.startsWith(root) && !child.equals(root); child = parentOf(child)) {
            syncDirectory(parentOf(child));
        }
        if (durableDirectories.size() >= REMEMBERED_DIRECTORIES) {
            durableDirectories.clear();
        }
        durableDirectories.add(directory);
    }

    @Override
    public void link(Path newName, Path existing) throws IOException {
        Files.createLink(newName, existing);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no directory");
        }
        return parent;
    }

    private record ChannelFile(FileChannel channel) implements OutputFile {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
