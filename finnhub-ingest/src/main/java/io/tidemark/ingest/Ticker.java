package io.tidemark.ingest;

import io.tidemark.servicekit.health.ComponentHealth;
import io.tidemark.servicekit.service.FatalErrors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that does all periodic work; a failure there is fatal, or the work would stop without a word. */
final class Ticker {
    private static final Duration LATE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final FatalErrors fatal;
    private final List<Task> tasks = new ArrayList<>();
    private final ScheduledExecutorService thread;
    private volatile long lastRun;

    private record Task(Duration interval, Runnable work) {}

    Ticker(InstantSource clock, FatalErrors fatal) {
        this.clock = clock;
        this.fatal = fatal;
        this.lastRun = clock.millis();
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, "ticker");
            made.setDaemon(true);
            return made;
        });
    }

    /** Adds work; before {@link #start()} only. */
    Ticker every(Duration interval, Runnable work) {
        tasks.add(new Task(interval, work));
        return this;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // run() reports every failure
    void start() {
        for (Task task : tasks) {
            long millis = task.interval().toMillis();
            thread.scheduleWithFixedDelay(() -> run(task.work()), 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the work and waits for the piece that is being done. */
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(LATE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("periodic work does not end");
        }
    }

    ComponentHealth health() {
        long silentMs = clock.millis() - lastRun;
        return silentMs < LATE.toMillis()
                ? ComponentHealth.healthy()
                : ComponentHealth.failing("periodic work has been stuck for " + silentMs + " ms");
    }

    private void run(Runnable work) {
        try {
            work.run();
            lastRun = clock.millis();
        } catch (RuntimeException e) {
            fatal.report("periodic work failed", e);
        }
    }
}
