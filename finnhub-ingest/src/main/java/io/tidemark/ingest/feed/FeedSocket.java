package io.tidemark.ingest.feed;

/** One connection to the feed, opening or open. */
public interface FeedSocket {

    /** Hands over a message for sending without waiting; false when the connection no longer takes any. */
    boolean send(String text);

    /** Begins an orderly close; the listener hears of its end. */
    void close();

    /** Breaks the connection at once. */
    void cancel();
}
