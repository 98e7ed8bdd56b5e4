package io.tidemark.dashboard.insights;

import org.jspecify.annotations.Nullable;

/**
 * How the five-minute log returns of two symbols go together.
 *
 * @param samples returns that both have
 * @param correlation Pearson's; null with less than three samples or a variance of zero
 * @param beta of symbol against other; null as the correlation
 */
public record Correlation(
        String symbol,
        String other,
        int samples,
        @Nullable Double correlation,
        @Nullable Double beta) {}
