package io.tidemark.news.poll;

import io.tidemark.news.publish.NewsDesk;
import io.tidemark.news.source.NewsSource;
import io.tidemark.servicekit.service.FatalErrors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources round after round, each in a thread of its own: one that is slow or fails holds up no other. */
public final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final List<Polled> polled = new ArrayList<>();
    private final NewsDesk desk;
    private final PollPolicy policy;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final FatalErrors fatal;
    private final ScheduledExecutorService threads;

    private record Polled(NewsSource source, SourceHistory history) {}

    public Poller(
            List<NewsSource> sources,
            NewsDesk desk,
            PollPolicy policy,
            RandomGenerator random,
            InstantSource clock,
            FatalErrors fatal) {
        this.desk = desk;
        this.policy = policy;
        this.random = random;
        this.clock = clock;
        this.fatal = fatal;
        for (NewsSource source : sources) {
            polled.add(new Polled(source, new SourceHistory(source.name(), source.interval(), clock)));
        }
        var count = new AtomicInteger();
        this.threads = Executors.newScheduledThreadPool(sources.size(), task -> {
            var thread = new Thread(task, "poll-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        polled.forEach(one -> schedule(one, Duration.ZERO));
    }

    /** Ends the waiting and begins nothing new; what has been handed to the desk is finished. */
    public void stop() {
        threads.shutdownNow();
    }

    /** Whether all threads ended in time. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    public List<SourceStatus> status() {
        return polled.stream()
                .map(one -> one.history().status(one.source().pausedUntil()))
                .toList();
    }

    private void run(Polled one) {
        try {
            one.history().begins();
            var round = new SourceRound(one.source(), desk);
            round.run();
            if (!Thread.currentThread().isInterrupted()) {
                schedule(one, delayAfter(one, round));
            }
        } catch (RuntimeException | Error e) {
            // The executor would keep it to itself, and the source would be silent for ever.
            fatal.report("asking " + one.source().name() + " failed", e);
        }
    }

    private Duration delayAfter(Polled one, SourceRound round) {
        String before = one.history().status(one.source().pausedUntil()).reason();
        int failures = one.history().ended(round.answered(), round.problem());
        if (!round.problem().isEmpty() && !round.problem().equals(before)) {
            LOG.warn("{}: {}", one.source().name(), round.problem());
        } else if (round.problem().isEmpty() && !before.isEmpty()) {
            LOG.info("{} answers again", one.source().name());
        }
        return policy.delay(one.source().interval(), failures, random.nextDouble());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // run() reports every failure
    private void schedule(Polled one, Duration delay) {
        one.history().next(clock.instant().plus(delay));
        try {
            threads.schedule(() -> run(one), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: {} is not asked again", one.source().name());
        }
    }
}
