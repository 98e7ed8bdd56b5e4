package io.tidemark.ingest.feed;

import java.time.Duration;

/**
 * When to give up, and when to try again.
 *
 * @param backoff after a connection that failed or was lost
 * @param rejected after the feed refused the key, in place of {@code backoff}
 * @param stable how long frames must keep coming until failures are forgotten
 * @param silence longest time without any frame on a live connection
 */
public record FeedTimings(BackoffPolicy backoff, BackoffPolicy rejected, Duration stable, Duration silence) {}
