package io.tidemark.dashboard.news;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The serving layer's news as the feed sees them. */
@FunctionalInterface
public interface NewsReader {

    /**
     * Does some reading in which every answer belongs to the same instant of the database.
     *
     * @throws io.tidemark.dashboard.feed.ServingUnavailableException when the database cannot be reached or does not
     *     answer
     */
    <T> T readAtOnce(Function<Session, T> reading);

    /** One consistent look. */
    interface Session {

        /** The newest stories by publication, newest first. */
        List<NewsItem> newest(int limit);

        /** Stories published at or after an instant and written after another, newest publication first. */
        List<NewsItem> written(Instant publishedFrom, Instant writtenAfter, int limit);

        /** Alerts, trends and buzz. */
        NewsBoard board();
    }
}
