package io.tidemark.dashboard.market;

import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One consistent look into the serving layer. Its methods throw {@link ServingUnavailableException}. */
public interface ServingSession {

    /** Quotes as the watchlist has them, coverage, runs and gaps. */
    Overview overview();

    /** Live prices and coverage. */
    LiveState live();

    /** Bars of every request, oldest first, in one query; a request without bars has an empty list. */
    Map<SeriesKey, List<Bar>> bars(Collection<BarRequest> requests);
}
