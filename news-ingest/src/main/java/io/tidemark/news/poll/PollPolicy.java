package io.tidemark.news.poll;

import java.time.Duration;

/**
 * When a source is asked again.
 *
 * @param longest longest delay after failures, unless the source's own interval is longer
 * @param jitter share by which each delay is varied either way, from 0 to 1
 */
public record PollPolicy(Duration longest, double jitter) {
    private static final int MOST_DOUBLINGS = 16;

    /**
     * The delay before the next round: the interval, doubled with every failure after the first.
     *
     * @param failures rounds in a row that failed
     * @param random from 0 to 1
     */
    Duration delay(Duration interval, int failures, double random) {
        Duration bound = interval.compareTo(longest) > 0 ? interval : longest;
        Duration grown = interval.multipliedBy(1L << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS));
        Duration delay = grown.compareTo(bound) < 0 ? grown : bound;
        return Duration.ofMillis(Math.round(delay.toMillis() * (1 + jitter * (2 * random - 1))));
    }
}
