package io.tidemark.quality.latency;

/**
 * A one-minute bar's identity.
 *
 * @param symbol as the feed names it
 * @param minute its start, epoch ms
 */
record MinuteKey(String symbol, long minute) {
    private static final long MINUTE_MS = 60_000;

    /** The minute that a trade belongs to. */
    static MinuteKey of(String symbol, long tradeTime) {
        return new MinuteKey(symbol, tradeTime - Math.floorMod(tradeTime, MINUTE_MS));
    }
}
