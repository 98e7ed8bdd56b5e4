package io.tidemark.ingest.feed;

import io.tidemark.ingest.frame.FinnhubFrame;

/** Takes the frames of all connections, one after the other. */
public interface FrameListener {

    void onFrame(FinnhubFrame frame);

    /** A message that no frame can be, kept as {@code origin} describes it. */
    void onBinary(byte[] bytes, String origin, long receivedAt);
}
