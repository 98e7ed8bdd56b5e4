package io.tidemark.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has a feed look into the database again and again, from the start of the program to its end. */
final class FeedSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);

    private final Runnable feed;
    private final ScheduledExecutorService poller;
    private final Duration pause;
    private final Timer looks;
    private volatile @Nullable ScheduledFuture<?> schedule;

    /**
     * Makes a schedule that has not begun.
     *
     * @param name of what is looked at, for the metrics
     */
    FeedSchedule(String name, Runnable feed, ScheduledExecutorService poller, Duration pause, MeterRegistry meters) {
        this.feed = feed;
        this.poller = poller;
        this.pause = pause;
        this.looks = Timer.builder("tidemark.dashboard.look")
                .description("Looks into the serving layer, from question to all sessions told")
                .tag("feed", name)
                .register(meters);
    }

    @Override
    public void start() {
        schedule = poller.scheduleWithFixedDelay(
                () -> looks.record(this::look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An executor gives up a task that throws once; the page must never stop looking. */
    private void look() {
        try {
            feed.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "A look into the serving layer failed in an unforeseen way; the next one is made all the same", e);
        }
    }

    @Override
    public void stop() {
        ScheduledFuture<?> started = schedule;
        if (started != null) {
            started.cancel(true);
            schedule = null;
        }
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }
}
