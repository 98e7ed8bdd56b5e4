package io.tidemark.speed.gap;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much a gap matters, by its length.
 *
 * @param warningFrom length from which it is a warning, and no mere information
 * @param criticalFrom length from which it is critical
 */
public record GapSeverity(Duration warningFrom, Duration criticalFrom) implements Serializable {}
