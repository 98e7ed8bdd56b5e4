package io.tidemark.speed.bars;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a live bar is written, closed and forgotten.
 *
 * @param emitEvery an open bar is written at most this often while it changes
 * @param allowedLateness event time after a minute's end during which trades still change its bar
 * @param outOfOrderness of the feed, by which a quiet minute is kept open after its end
 * @param quietAfter processing time without a trade after which a minute that is over is closed without a watermark
 */
public record LiveBarTiming(Duration emitEvery, Duration allowedLateness, Duration outOfOrderness, Duration quietAfter)
        implements Serializable {}
