package io.tidemark.servicekit.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the main thread until something fatal is reported. */
final class Termination implements FatalErrors {
    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

    private final CountDownLatch failed = new CountDownLatch(1);
    private final AtomicBoolean reported = new AtomicBoolean();

    @Override
    public void report(String message, @Nullable Throwable cause) {
        if (reported.compareAndSet(false, true)) {
            LOG.error("fatal: {}", message, cause);
            failed.countDown();
        } else {
            LOG.warn("fatal as well, while stopping: {}", message, cause);
        }
    }

    void await() throws InterruptedException {
        failed.await();
    }
}
