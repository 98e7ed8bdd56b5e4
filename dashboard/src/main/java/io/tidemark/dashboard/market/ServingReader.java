package io.tidemark.dashboard.market;

import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.util.function.Function;

/** The serving layer as the feed sees it. */
@FunctionalInterface
public interface ServingReader {

    /**
     * Does some reading in which every answer belongs to the same instant of the database.
     *
     * @throws ServingUnavailableException when the database cannot be reached or does not answer
     */
    <T> T readAtOnce(Function<ServingSession, T> reading);
}
