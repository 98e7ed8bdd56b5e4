package io.tidemark.dashboard.news;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which stories a reader wants to see.
 *
 * @param symbol stories about it; empty for all stories
 * @param relevantOnly whether stories that only mention what they are about are left out
 */
public record NewsFilter(String symbol, boolean relevantOnly) {
    /** From this on a story is about a symbol and does not only mention it. */
    public static final double RELEVANT = 0.5;

    /** Those that pass, in the same order. */
    public List<NewsItem> of(List<NewsItem> items) {
        return items.stream().filter(wanted()).toList();
    }

    private Predicate<NewsItem> wanted() {
        if (symbol.isEmpty()) {
            return item -> !relevantOnly || item.greatestRelevance() >= RELEVANT;
        }
        return relevantOnly ? item -> item.relevanceTo(symbol) >= RELEVANT : item -> item.relevanceTo(symbol) > 0;
    }
}
