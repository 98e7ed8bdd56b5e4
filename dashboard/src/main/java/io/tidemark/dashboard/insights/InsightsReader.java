package io.tidemark.dashboard.insights;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The batch layer's results as the feed sees them. */
@FunctionalInterface
public interface InsightsReader {

    /**
     * Does some reading in which every answer belongs to the same instant of the database.
     *
     * @throws io.tidemark.dashboard.feed.ServingUnavailableException when the database cannot be reached or does not
     *     answer
     */
    <T> T readAtOnce(Function<Session, T> reading);

    /** One consistent look. */
    interface Session {

        /** Published dates, newest first. */
        List<PublishedDate> dates();

        /** A date as a whole; empty for one that is not published. */
        DateInsights of(LocalDate date);

        /** A symbol's date; empty for one that has none. */
        SymbolInsights of(SymbolDay day);
    }
}
