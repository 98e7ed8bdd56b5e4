package io.tidemark.servicekit.service;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a service once, within a bound, no matter how many ask for it. */
final class BoundedStop {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedStop.class);

    private final FutureTask<Boolean> task;
    private final Duration bound;

    BoundedStop(Service service, Duration bound) {
        this.bound = bound;
        this.task = new FutureTask<>(() -> {
            service.stop();
            return true;
        });
    }

    /** Whether the service stopped in order; the first call begins it, the others wait for the same stop. */
    boolean stop() {
        synchronized (task) {
            if (!task.isDone()) {
                var thread = new Thread(task, "stop");
                thread.setDaemon(true);
                thread.start();
            }
            return finished();
        }
    }

    private boolean finished() {
        try {
            return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.error("not stopped within {} s: leaving work unfinished", bound.toSeconds(), e);
            task.cancel(true);
        } catch (InterruptedException e) {
            LOG.error("interrupted while stopping: leaving work unfinished", e);
            task.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("stopping failed: {}", RootMessage.of(e), e);
        } catch (CancellationException e) {
            LOG.debug("an earlier stop was given up", e);
        }
        return false;
    }
}
