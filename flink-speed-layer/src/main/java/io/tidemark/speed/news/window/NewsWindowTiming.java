package io.tidemark.speed.news.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * When counts of news are written, closed and forgotten.
 *
 * @param emitEvery shortest processing time between two sendings of one name
 * @param allowedLateness how long after its publication a story still counts
 * @param outOfOrderness by how much a story may come after one that was received later
 * @param quietAfter processing time without news of a name after which its windows that are over are closed without a
 *     watermark
 */
public record NewsWindowTiming(
        Duration emitEvery, Duration allowedLateness, Duration outOfOrderness, Duration quietAfter)
        implements Serializable {}
