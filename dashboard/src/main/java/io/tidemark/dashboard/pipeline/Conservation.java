package io.tidemark.dashboard.pipeline;

/** Landed rows, and what the batch made of them. */
public record Conservation(long landed, long counted, long priceUpdates, long excluded) {
    /** Whether every landed row is in one of the others. */
    public boolean holds() {
        return landed == counted + priceUpdates + excluded;
    }
}
