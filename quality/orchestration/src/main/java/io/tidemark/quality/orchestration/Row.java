package io.tidemark.quality.orchestration;

/**
 * A trade to land. Price and volume stay text, so that landing changes no digit.
 *
 * @param symbol as the feed names it
 * @param price currency units
 * @param volume shares or units
 * @param time of the trade, epoch ms; it is received at once
 * @param conditions codes joined by {@code |}
 */
record Row(String symbol, String price, String volume, long time, String conditions) {}
