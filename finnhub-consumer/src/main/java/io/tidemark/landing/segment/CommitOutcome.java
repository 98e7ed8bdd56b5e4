package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.SegmentManifest;

/** What became of a segment that was offered for commit. */
public sealed interface CommitOutcome {

    /** It is durable and visible. */
    record Committed(SegmentManifest manifest) implements CommitOutcome {}

    /** Another writer committed a segment with the same start; nothing of this one remains. */
    record Fenced() implements CommitOutcome {}
}
