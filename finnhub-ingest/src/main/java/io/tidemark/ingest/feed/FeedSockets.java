package io.tidemark.ingest.feed;

/** Opens connections to the feed. */
public interface FeedSockets {

    /** Begins to connect and returns; everything else is told to the listener. */
    FeedSocket open(FeedSocketListener listener);
}
