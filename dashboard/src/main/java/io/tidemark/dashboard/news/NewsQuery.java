package io.tidemark.dashboard.news;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which stories a reader looks for; what is empty is not asked for.
 *
 * @param text that headline, source or a symbol contains, in any case
 */
public record NewsQuery(
        String symbol, String source, String category, Optional<Mood> mood, boolean relevantOnly, String text) {
    /** Every story. */
    public static final NewsQuery ALL = new NewsQuery("", "", "", Optional.empty(), false, "");

    /** Those that pass, in the same order. */
    public List<NewsItem> of(List<NewsItem> items) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return new NewsFilter(symbol, relevantOnly)
                .of(items).stream()
                        .filter(item -> source.isEmpty() || source.equals(item.source()))
                        .filter(item -> category.isEmpty() || category.equals(item.category()))
                        .filter(item -> mood.isEmpty() || mood.get() == Mood.of(item.sentiment()))
                        .filter(item -> wanted.isEmpty() || contains(item, wanted))
                        .toList();
    }

    private static boolean contains(NewsItem item, String wanted) {
        return item.headline().toLowerCase(Locale.ROOT).contains(wanted)
                || item.source().toLowerCase(Locale.ROOT).contains(wanted)
                || item.links().stream()
                        .anyMatch(link -> link.symbol().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
