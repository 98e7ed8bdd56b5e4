package io.tidemark.simulator.truth;

import java.math.BigDecimal;

/**
 * Totals of sent trades at one moment.
 *
 * @param trades entries of frames with a volume above zero
 * @param priceUpdates entries with volume zero
 * @param volume sum of the trades' volumes, exact
 * @param missed trades and price updates that happened while the client subscribed to them was away
 */
public record Totals(long trades, long priceUpdates, BigDecimal volume, long missed) {}
