package io.tidemark.news.fetch;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets no more than {@code limit} calls pass in any window of the given length, wherever the window begins: a part of the
 * limit is the burst, the rest flows in evenly. Calls are promised ahead: the bucket may be overdrawn, the caller waits.
 * Confined to its owner's lock.
 */
final class TokenBucket {
    /** One call in so many may come at once. */
    private static final int BURST_SHARE = 6;

    private final double burst;
    private final double perNano;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int limit, Duration window, Instant now) {
        this.burst = Math.max(1, limit / BURST_SHARE);
        // With a burst of one and a limit of one the flow is one a window, which holds by itself.
        this.perNano = Math.max(1, limit - burst) / window.toNanos();
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Takes one token and tells how long to wait for it. */
    Duration take(Instant now) {
        // A clock that is set back must not take tokens away.
        long passed = Math.max(0, Duration.between(filledAt, now).toNanos());
        tokens = Math.min(burst, tokens + passed * perNano) - 1;
        filledAt = now;
        return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-tokens / perNano));
    }
}
