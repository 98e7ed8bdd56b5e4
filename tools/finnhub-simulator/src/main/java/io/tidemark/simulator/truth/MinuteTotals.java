package io.tidemark.simulator.truth;

/**
 * What was sent of one symbol in one minute of event time.
 *
 * @param symbol the feed's symbol
 * @param minute start of the minute, epoch ms
 * @param totals its totals; {@code missed} is not kept per minute and is 0
 */
public record MinuteTotals(String symbol, long minute, Totals totals) {}
