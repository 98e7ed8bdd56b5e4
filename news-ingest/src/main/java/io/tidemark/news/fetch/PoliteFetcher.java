package io.tidemark.news.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to one server, as often as it allows and again where that may help. Waits in the caller's thread; an interrupt
 * ends the waiting.
 */
public final class PoliteFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(PoliteFetcher.class);

    private final HttpFetcher http;
    private final CallBudget budget;
    private final RetryPolicy<FetchOutcome> policy;
    private final LongAdder retries = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    /**
     * How often and when to try again.
     *
     * @param retries attempts after the first
     * @param first delay before the first of them; doubles
     * @param longest longest delay
     * @param jitter share by which each delay is varied, from 0 to 1
     */
    public record Retries(int retries, Duration first, Duration longest, double jitter) {}

    public PoliteFetcher(String server, HttpFetcher http, CallBudget budget, Retries retries) {
        this.http = http;
        this.budget = budget;
        this.policy = RetryPolicy.<FetchOutcome>builder()
                .handleResultIf(outcome ->
                        outcome instanceof FetchOutcome.Unavailable || outcome instanceof FetchOutcome.RateLimited)
                .handleIf(failure -> false)
                .withBackoff(retries.first(), retries.longest())
                .withJitter(retries.jitter())
                .withMaxRetries(retries.retries())
                .onRetry(event -> {
                    this.retries.increment();
                    LOG.debug("{} again after {}", server, event.getLastResult());
                })
                .build();
    }

    /**
     * The answer.
     *
     * @throws FetchFailure when there is none after all attempts
     */
    public FetchOutcome.Answer fetch(FetchRequest request) throws FetchFailure {
        FetchOutcome outcome;
        try {
            outcome = Failsafe.with(policy).get(() -> attempt(request));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new FetchFailure("stopping", true);
            }
            throw e;
        }
        if (outcome instanceof FetchOutcome.Answer answer) {
            return answer;
        }
        if (outcome instanceof FetchOutcome.RateLimited limited) {
            throw new FetchFailure(limited.reason() + " until " + limited.until(), true);
        }
        if (outcome instanceof FetchOutcome.Rejected rejected) {
            throw new FetchFailure(rejected.reason(), rejected.key());
        }
        throw new FetchFailure(((FetchOutcome.Unavailable) outcome).reason(), false);
    }

    /** The end of a pause that the server asked for. */
    public Optional<Instant> pausedUntil() {
        return budget.pausedUntil();
    }

    /** Attempts after the first, of all requests. */
    public LongAdder retries() {
        return retries;
    }

    /** How often the server asked to wait. */
    public LongAdder pauses() {
        return pauses;
    }

    private FetchOutcome attempt(FetchRequest request) throws InterruptedException {
        budget.acquire();
        FetchOutcome outcome = http.fetch(request);
        if (outcome instanceof FetchOutcome.RateLimited limited) {
            pauses.increment();
            budget.pause(limited.until());
        }
        return outcome;
    }
}
