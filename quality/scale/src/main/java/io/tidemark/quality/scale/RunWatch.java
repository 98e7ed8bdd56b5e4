package io.tidemark.quality.scale;

import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks, as Linux counts them, at a part's CPU time and at the bytes that it reads, while it runs. */
final class RunWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 50;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Thread thread;
    private volatile double cpuSeconds;
    private volatile long bytesRead;

    RunWatch(Stack stack, String part) {
        thread = new Thread(() -> watch(stack, part), "run-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** User and system time at the last look. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    /** Bytes that its read calls returned at the last look, of files, jars and sockets alike. */
    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void watch(Stack stack, String part) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                stack.part(part).ifPresent(running -> look(running.pid()));
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            // close() was called.
            Thread.currentThread().interrupt();
        }
    }

    private void look(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The name of the program, in brackets, may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            cpuSeconds = (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
            for (String line : Files.readAllLines(process.resolve("io"))) {
                if (line.startsWith("rchar: ")) {
                    bytesRead = Long.parseLong(line.substring("rchar: ".length()));
                }
            }
        } catch (IOException e) {
            // It has ended between two looks, or this is not Linux.
        }
    }
}
