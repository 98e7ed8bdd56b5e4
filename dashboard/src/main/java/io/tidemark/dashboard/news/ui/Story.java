package io.tidemark.dashboard.news.ui;

import io.tidemark.dashboard.news.Mood;
import io.tidemark.dashboard.news.NewsFilter;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.SymbolLink;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A story as {@code tide-news-item} reads it. Everything in it is text; the address is empty unless it is one of the web.
 *
 * @param since when it was published, epoch ms
 * @param mood up, flat or down
 */
record Story(String headline, String source, String href, double since, String mood, String score, List<Chip> symbols) {
    private static final int MOST_CHIPS = 4;

    /** A symbol that the story is about, and how much. */
    record Chip(String symbol, String relevance, boolean relevant) {
        static Chip of(SymbolLink link) {
            String percent = Math.round(link.relevance() * 100) + "%";
            return new Chip(link.symbol(), percent, link.relevance() >= NewsFilter.RELEVANT);
        }
    }

    /** Of the symbols a few, the most relevant first. */
    static Story of(NewsItem item) {
        return new Story(
                item.headline(),
                item.source(),
                item.link().map(URI::toString).orElse(""),
                item.publishedAt().toEpochMilli(),
                mood(item.sentiment()),
                score(item.sentiment()),
                item.links().stream().limit(MOST_CHIPS).map(Chip::of).toList());
    }

    /** A sentiment from -1 to 1 as it is read. */
    static String score(double sentiment) {
        return String.format(Locale.ROOT, "%+.2f", sentiment).replace('-', '\u2212');
    }

    private static String mood(double sentiment) {
        return switch (Mood.of(sentiment)) {
            case POSITIVE -> "up";
            case NEUTRAL -> "flat";
            case NEGATIVE -> "down";
        };
    }
}
