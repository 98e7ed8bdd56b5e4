package io.tidemark.landing.consume;

import java.time.Duration;

/**
 * When a segment is committed.
 *
 * @param maxBytes at this length of its rows
 * @param maxAge at this age, though it be small
 * @param maxOpenFiles when the segments of all partitions have more files open than this: each has a buffer, and late data
 *     may touch any hour
 */
public record RotationLimits(long maxBytes, Duration maxAge, int maxOpenFiles) {}
