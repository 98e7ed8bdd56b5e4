package io.tidemark.ingest.frame;

/**
 * An element of a trade frame that cannot be a trade.
 *
 * @param index in the frame, from 0
 * @param text the element as it stands in the frame
 * @param reason for people
 */
public record RejectedTrade(int index, String text, String reason) {}
