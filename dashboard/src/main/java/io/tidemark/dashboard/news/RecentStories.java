package io.tidemark.dashboard.news;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many stories there were lately. */
public final class RecentStories {

    private RecentStories() {}

    /** Stories per symbol since an instant: those that are about it, not those that only mention it. */
    public static Map<String, Integer> bySymbol(List<NewsItem> items, Instant since) {
        return items.stream()
                .filter(item -> !item.publishedAt().isBefore(since))
                .flatMap(item -> item.links().stream())
                .filter(link -> link.relevance() >= NewsFilter.RELEVANT)
                .collect(Collectors.toMap(SymbolLink::symbol, link -> 1, Integer::sum));
    }
}
