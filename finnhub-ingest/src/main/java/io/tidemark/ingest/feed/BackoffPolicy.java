package io.tidemark.ingest.feed;

import java.time.Duration;

/**
 * The delays between attempts.
 *
 * @param first after the first failure
 * @param longest never exceeded but for jitter
 * @param jitter share by which a delay is varied either way, from 0 to 1
 */
public record BackoffPolicy(Duration first, Duration longest, double jitter) {

    public BackoffPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("delays must be above zero and the longest not below the first");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is a share from 0 to 1: " + jitter);
        }
    }

    /** Without jitter, after as many failures before. */
    Duration delay(int failuresBefore) {
        Duration delay = first;
        for (int i = 0; i < failuresBefore && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
