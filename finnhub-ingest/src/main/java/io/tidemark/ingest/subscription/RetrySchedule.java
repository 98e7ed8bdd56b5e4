package io.tidemark.ingest.subscription;

import java.time.Duration;
import java.util.List;

/**
 * When to try again what the feed calls an invalid symbol; such refusals have lasted about 45 minutes.
 *
 * @param delays one per attempt, the last one for ever
 */
public record RetrySchedule(List<Duration> delays) {

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.isZero() || delay.isNegative())) {
            throw new IllegalArgumentException("a schedule needs delays above zero: " + delays);
        }
    }

    /** The wait after as many refusals before this one. */
    Duration delay(int refusalsBefore) {
        return delays.get(Math.min(refusalsBefore, delays.size() - 1));
    }
}
