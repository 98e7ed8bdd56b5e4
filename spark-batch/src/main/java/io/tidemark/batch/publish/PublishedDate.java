package io.tidemark.batch.publish;

import java.time.Instant;

/**
 * What the database serves of a date.
 *
 * @param runId run that published it
 * @param digest what it was computed from
 * @param coveredUntil its boundary
 */
public record PublishedDate(long runId, String digest, Instant coveredUntil) {}
