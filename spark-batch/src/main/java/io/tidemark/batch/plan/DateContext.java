package io.tidemark.batch.plan;

import io.tidemark.contracts.event.FeedGap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the results of a date are a function of beside its trades.
 *
 * @param gaps spans that overlap the date in which a feed was not heard, oldest first
 * @param quarantined number of records of the date that landed as no trades, by kind of reason
 */
public record DateContext(List<FeedGap> gaps, SortedMap<String, Long> quarantined) {

    /** A date of which nothing but trades is known. */
    public static final DateContext NONE = new DateContext(List.of(), new TreeMap<>());

    public DateContext {
        gaps = List.copyOf(gaps);
        quarantined = new TreeMap<>(quarantined);
    }

    /** A text that differs when the results would. */
    String text() {
        var text = new StringBuilder();
        for (FeedGap gap : gaps) {
            text.append("\ngap ")
                    .append(gap.feed())
                    .append(' ')
                    .append(gap.from())
                    .append(' ')
                    .append(gap.to());
            text.append(' ').append(String.join(",", gap.symbols()));
        }
        quarantined.forEach((reason, records) ->
                text.append("\nquarantined ").append(records).append(' ').append(reason));
        return text.toString();
    }
}
