package io.tidemark.dashboard.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has the market trade so many times a second until it is closed. */
final class Ticking implements AutoCloseable {
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-writer").daemon().factory());
    private volatile @Nullable Throwable failure;

    Ticking(LiveWriter writer, int rate) {
        var unused = pace.scheduleAtFixedRate(
                () -> {
                    try {
                        writer.trade();
                    } catch (SQLException | RuntimeException e) {
                        failure = e;
                        throw new IllegalStateException("the market stopped", e);
                    }
                },
                0,
                1_000_000_000L / rate,
                TimeUnit.NANOSECONDS);
    }

    /** Fails when the market has stopped. */
    void check() {
        if (failure != null) {
            throw new IllegalStateException("the writer of live prices failed", failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        pace.shutdown();
        if (!pace.awaitTermination(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)) {
            pace.shutdownNow();
        }
    }
}
