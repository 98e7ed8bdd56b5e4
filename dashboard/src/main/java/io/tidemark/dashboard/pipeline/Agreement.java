package io.tidemark.dashboard.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Minutes that the batch published, by what a comparison with the speed layer's says of them.
 *
 * @param unseen the speed layer was not at work
 * @param largestDifference in basis points; null when nothing differs
 */
public record Agreement(
        long equal,
        long different,
        long onlyBatch,
        long onlySpeed,
        long unseen,
        @Nullable Double largestDifference) {
    /** Minutes that do not agree. */
    public long unequal() {
        return different + onlyBatch + onlySpeed;
    }
}
