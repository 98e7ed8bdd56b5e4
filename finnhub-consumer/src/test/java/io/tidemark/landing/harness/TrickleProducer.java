package io.tidemark.landing.harness;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends numbered trades in the background, some every few milliseconds, until closed. */
public final class TrickleProducer implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int TRADES_AT_ONCE = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> sending;

    public TrickleProducer(TradeTopic topic) {
        this.sending = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        topic.send(TRADES_AT_ONCE);
                    } catch (ExecutionException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                0,
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Ends the sending; what was sent is acknowledged. */
    @Override
    public void close() throws InterruptedException, ExecutionException {
        sending.cancel(false);
        thread.shutdown();
        if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the producer hangs");
        }
        if (!sending.isCancelled()) {
            // Sending failed: this throws what happened.
            sending.get();
        }
    }
}
