package io.tidemark.dashboard.news.ui;

import io.tidemark.dashboard.news.NewsFilter;

/**
 * What the reader chose of the news.
 *
 * @param everything stories about anything, not only about the symbol on the chart
 * @param relevantOnly without stories that only mention it
 */
public record NewsChoice(boolean everything, boolean relevantOnly) {
    /** What is shown before anybody chose. */
    public static final NewsChoice USUAL = new NewsChoice(false, false);

    NewsChoice withEverything(boolean other) {
        return new NewsChoice(other, relevantOnly);
    }

    NewsChoice withRelevantOnly(boolean other) {
        return new NewsChoice(everything, other);
    }

    NewsFilter filter(String symbol) {
        return new NewsFilter(everything ? "" : symbol, relevantOnly);
    }
}
