package io.tidemark.simulator.trade;

import java.util.List;

/**
 * One trade as a client gets to see it.
 *
 * <p>Price and volume are kept as decimal text, so that what a recording says is what goes over the wire, digit by digit.
 *
 * @param symbol the feed's symbol, for example {@code AAPL} or {@code BINANCE:BTCUSDT}
 * @param price a JSON number
 * @param volume a JSON number; zero means a price update
 * @param tradeTime when the trade happened, epoch ms
 * @param conditions sale-condition codes, empty for none
 */
public record FeedTrade(String symbol, String price, String volume, long tradeTime, List<String> conditions) {

    /** Whether this moves the last price only: Finnhub sends such updates as trades of volume zero. */
    public boolean isPriceUpdate() {
        for (int i = 0; i < volume.length(); i++) {
            char c = volume.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
            if (c == 'e' || c == 'E') {
                return true;
            }
        }
        return true;
    }
}
