package io.tidemark.quickstart.demo;

import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs the batch job over all dirty dates, a fixed time after the last run ended: what Airflow does elsewhere. */
public final class BatchLoop implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Stack stack;
    private final Duration period;
    private final PrintStream out;
    private final Thread thread = new Thread(this::loop, "batch-loop");

    public BatchLoop(Stack stack, Duration period, PrintStream out) {
        this.stack = stack;
        this.period = period;
        this.out = out;
    }

    /** Begins: the first run starts as soon as landing has committed anything. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void loop() {
        try {
            while (!hasManifests()) {
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
            while (!Thread.currentThread().isInterrupted()) {
                turn();
                Thread.sleep(period.toMillis());
            }
        } catch (IOException e) {
            out.println("  batch run: could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            // close() was called: there is no next run.
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int exitCode = stack.runBatch(List.of("--dirty"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exitCode == 0) {
            out.println(String.format(Locale.ROOT, "  batch run: published in %.1f s", seconds));
        } else if (!thread.isInterrupted()) {
            out.println("  batch run: failed with exit code " + exitCode + ", see "
                    + stack.options().logs().resolve("spark-batch.log"));
        }
    }

    private boolean hasManifests() throws IOException {
        Path manifests = stack.options().landing().resolve("trades").resolve("_manifests");
        if (!Files.isDirectory(manifests)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(manifests, 2)) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        }
    }
}
