package io.tidemark.dashboard.pipeline;

import io.tidemark.dashboard.market.FeedGap;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What the pipeline left in the database, as the feed sees it. */
@FunctionalInterface
public interface PipelineReader {

    /**
     * Does some reading in which every answer belongs to the same instant of the database.
     *
     * @throws io.tidemark.dashboard.feed.ServingUnavailableException when the database cannot be reached or does not
     *     answer
     */
    <T> T readAtOnce(Function<Session, T> reading);

    /** One consistent look. */
    interface Session {

        List<Hop> hops();

        /** The latest, newest first. */
        List<FeedGap> gaps();

        /** The latest, newest first. */
        List<LedgerRun> runs();

        /** The latest published dates, newest first. */
        List<DateHealth> dates();

        /** Empty for a date that is not published. */
        DateDetail of(LocalDate date);
    }
}
