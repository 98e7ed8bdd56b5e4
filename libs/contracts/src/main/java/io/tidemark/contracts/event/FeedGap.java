package io.tidemark.contracts.event;

import java.util.List;

/**
 * A span in which the feed was not heard, so that silence is not mistaken for a quiet market.
 *
 * @param feed the feed that was away, for example {@code finnhub}
 * @param symbols symbols subscribed at the time
 * @param from last instant at which the feed was known to be alive, epoch ms
 * @param to instant at which it was heard again, epoch ms, not before {@code from}
 * @param reason for people: {@code connection closed: 1006}, {@code silent for 150 s}
 */
public record FeedGap(String feed, List<String> symbols, long from, long to, String reason) {

    /** Version of this event's JSON form, see {@code schema/feed-gap.v1.json}. */
    public static final int VERSION = 1;

    public FeedGap {
        symbols = List.copyOf(symbols);
        if (to < from) {
            throw new IllegalArgumentException("a gap ends before it begins: from=" + from + " to=" + to);
        }
    }
}
