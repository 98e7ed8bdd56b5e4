package io.tidemark.ingest.frame;

/** What becomes of a frame of trades that equals one of the last few. */
public enum RepeatedFrames {
    /** It is counted as suspected and its trades go on: equal frames may be equal trades. */
    KEEP,

    /** It becomes a dead letter as a whole: for a feed that is known to deliver frames more than once. */
    DIVERT
}
