package io.tidemark.batch.plan;

import io.tidemark.batch.landing.DateInput;
import io.tidemark.contracts.event.FeedGap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the results of a date are a function of beside its trades.
 *
 * @param news what has landed of news of the date; no files when nothing has
 * @param gaps spans that overlap the date in which a feed was not heard, oldest first
 * @param quarantined number of records of the date that landed as no trades, by kind of reason
 */
public record DateContext(DateInput news, List<FeedGap> gaps, SortedMap<String, Long> quarantined) {

    public DateContext {
        gaps = List.copyOf(gaps);
        quarantined = new TreeMap<>(quarantined);
    }

    /**
     * A text that differs when the results would.
     *
     * @param newsMethod how news is read, in a text that changes when its figures would
     */
    String text(String newsMethod) {
        var text = new StringBuilder("\nnews ").append(news.digest(newsMethod));
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
