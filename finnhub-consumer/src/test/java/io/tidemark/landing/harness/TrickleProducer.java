package io.tidemark.landing.harness;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends numbered events in the background, some to each topic every few milliseconds, until closed. */
public final class TrickleProducer implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int EVENTS_AT_ONCE = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> sending;

    public TrickleProducer(List<NumberedTopic> topics) {
        this.sending = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        for (NumberedTopic topic : topics) {
                            topic.send(EVENTS_AT_ONCE);
                        }
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
