package io.tidemark.simulator;

import java.time.Duration;

/**
 * How much news there is.
 *
 * @param rate factor on the number of stories, above 0
 * @param backfill how far back the archive reaches when the simulator starts
 */
public record NewsSettings(double rate, Duration backfill) {}
