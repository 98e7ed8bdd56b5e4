package io.tidemark.batch.publish;

/**
 * How many minutes of a publication agree with the speed layer's, over all symbols. The database compares, and its table
 * {@code batch.reconciliation} defines the kinds.
 *
 * @param equal both layers have the same bar
 * @param different both have a bar, and not the same
 * @param onlyBatch the speed layer was at work and has no such bar
 * @param onlySpeed the batch has no such bar
 * @param unseen minutes of the batch in which the speed layer was not at work
 * @param withLateTrades those of different and onlyBatch that had trades too late for the speed layer
 * @param largestDifference of a figure of the different minutes, in basis points; 0 when none differs
 */
public record Reconciliation(
        long equal,
        long different,
        long onlyBatch,
        long onlySpeed,
        long unseen,
        long withLateTrades,
        double largestDifference) {

    /** Minutes that either layer has below the boundary; none when an earlier comparison of the date was kept. */
    public long minutes() {
        return equal + different + onlyBatch + onlySpeed + unseen;
    }
}
