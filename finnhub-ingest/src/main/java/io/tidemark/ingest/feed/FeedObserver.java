package io.tidemark.ingest.feed;

import java.util.function.Predicate;

/** Is told what becomes of the connection, in the order in which it happens. */
public interface FeedObserver {

    /**
     * A connection is open.
     *
     * @param sender sends a message on it; false when it no longer takes any
     */
    void onConnected(Predicate<String> sender);

    /** A frame of the current connection was handled; comes from the listening thread. */
    void onHeard(long receivedAt);

    /** The connection, or the attempt, ended other than by our own stop. */
    void onLost(String reason);
}
