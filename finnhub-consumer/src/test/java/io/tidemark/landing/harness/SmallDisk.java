package io.tidemark.landing.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system of a few KiB, mounted where the machine allows it. */
public final class SmallDisk implements AutoCloseable {
    private final Path mountPoint;

    private SmallDisk(Path mountPoint) {
        this.mountPoint = mountPoint;
    }

    /** Mounts one; empty when this machine or user may not. */
    public static Optional<SmallDisk> mount(Path mountPoint, int kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(mountPoint);
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", mountPoint.toString()));
        return mounted ? Optional.of(new SmallDisk(mountPoint)) : Optional.empty();
    }

    /** Makes room. */
    public void grow(int kibibytes) throws IOException, InterruptedException {
        if (!run(List.of("mount", "-o", "remount,size=" + kibibytes + "k", mountPoint.toString()))) {
            throw new IOException("could not remount " + mountPoint);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run(List.of("umount", mountPoint.toString()))) {
            throw new IOException("could not unmount " + mountPoint);
        }
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such command here.
            return false;
        }
    }
}
