package io.tidemark.speed.gap;

import io.tidemark.contracts.event.FeedGap;
import java.time.Duration;

/**
 * A feed gap as it came from Kafka: a row of {@code speed.feed_gaps}. Flat, because Flink may have to serialize it.
 *
 * @param feed the feed that was away
 * @param symbols symbols subscribed at the time, with {@link #SEPARATOR} between them
 * @param from last instant at which the feed was known to be alive, epoch ms
 * @param to instant at which it was heard again, epoch ms
 * @param reason for people
 */
public record ObservedGap(String feed, String symbols, long from, long to, String reason) {
    /** ASCII's unit separator, which no symbol has. */
    public static final String SEPARATOR = "\u001f";

    /** The event's content. */
    public static ObservedGap of(FeedGap gap) {
        return new ObservedGap(gap.feed(), String.join(SEPARATOR, gap.symbols()), gap.from(), gap.to(), gap.reason());
    }

    /** How long the feed was not heard. */
    Duration length() {
        return Duration.ofMillis(to - from);
    }
}
