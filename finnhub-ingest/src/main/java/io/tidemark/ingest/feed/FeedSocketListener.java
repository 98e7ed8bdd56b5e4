package io.tidemark.ingest.feed;

/** Hears what happens to one connection. Exactly one {@link #onLost} ends it; texts come one after the other. */
public interface FeedSocketListener {

    void onOpen();

    /** Takes as long as it needs: the connection is not read meanwhile, which holds the sender back. */
    void onText(String text);

    /** A message that is no text. */
    void onBinary(byte[] bytes);

    void onLost(FeedLoss loss);
}
