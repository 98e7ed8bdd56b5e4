package io.tidemark.speed.bars;

/**
 * Trades that came after the allowed lateness: in no live bar, and left to the batch.
 *
 * @param symbol the feed's symbol
 * @param minute start of their minute, epoch ms
 * @param trades how many
 */
public record LateTrades(String symbol, long minute, long trades) {}
