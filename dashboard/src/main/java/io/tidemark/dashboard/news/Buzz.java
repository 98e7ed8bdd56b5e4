package io.tidemark.dashboard.news;

import org.jspecify.annotations.Nullable;

/**
 * How much a symbol is written about in the latest hour.
 *
 * @param items relevant stories
 * @param zScore against the same hour of earlier weeks; null when there are too few to compare with
 */
public record Buzz(String symbol, long items, @Nullable Double zScore) {}
