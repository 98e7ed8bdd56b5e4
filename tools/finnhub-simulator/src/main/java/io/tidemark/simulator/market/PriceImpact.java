package io.tidemark.simulator.market;

/**
 * What a piece of news does to a price.
 *
 * @param time when the market hears of it, epoch ms
 * @param symbol index of the symbol
 * @param logReturn the jump
 */
public record PriceImpact(long time, int symbol, double logReturn) {}
