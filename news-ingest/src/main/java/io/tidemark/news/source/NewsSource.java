package io.tidemark.news.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who has news. Asked by one thread at a time. */
public interface NewsSource {

    /** For people and metrics, for example {@code rss:sec}. */
    String name();

    /** How long to wait from one round of queries to the next. */
    Duration interval();

    /** What to ask in this round. */
    List<NewsQuery> queries();

    /** Until when the source asked us to wait, empty when it did not. */
    Optional<Instant> pausedUntil();
}
