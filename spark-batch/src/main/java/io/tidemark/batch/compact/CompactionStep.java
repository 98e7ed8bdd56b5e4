package io.tidemark.batch.compact;

import java.io.IOException;

/** The steps of a date's compaction, in their order, for tests that break off at each. */
public enum CompactionStep {
    BEFORE_WRITING,
    /** A part was begun. */
    WITHIN_A_PART,
    BEFORE_PROOF,
    BEFORE_DIRECTORY_RENAME,
    BEFORE_MANIFEST,
    /** The manifest is on disk under a temporary name. */
    BEFORE_PUBLICATION,
    /** The manifest has its name. */
    AFTER_PUBLICATION;

    /** Told of every step. */
    @FunctionalInterface
    public interface Listener {
        /** What production runs with. */
        Listener NONE = step -> {};

        /**
         * Called when a step is reached.
         *
         * @throws IOException when a test wants the compaction to end here, as by a kill: nothing is cleaned up
         */
        void reach(CompactionStep step) throws IOException;
    }
}
