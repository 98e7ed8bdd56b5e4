package io.tidemark.news.source;

import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;

/**
 * One question to a source.
 *
 * @param name unique among all queries of the process, for example {@code finnhub-company-news/AAPL}
 */
public record NewsQuery(String name, Asking asking) {

    /** Asks. */
    @FunctionalInterface
    public interface Asking {
        Harvest ask() throws FetchFailure;
    }

    public Harvest ask() throws FetchFailure {
        return asking.ask();
    }
}
