package io.tidemark.contracts.event;

import java.util.List;

/**
 * One trade as the feed reported it.
 *
 * <p>Finnhub sends neither a trade id nor a sequence number, so {@code id} is minted at ingest from what is unique there:
 * {@code <connection>-<frame>-<index in frame>}. Two events with one id are the same trade; two trades that look alike
 * are not.
 *
 * @param id identity minted at ingest, unique over all connections
 * @param symbol the feed's symbol, for example {@code AAPL} or {@code BINANCE:BTCUSDT}; may hold spaces
 * @param price in the symbol's currency, finite and above zero
 * @param volume shares or units, finite; zero means a price update and not a trade (see {@link #isPriceUpdate()})
 * @param tradeTime when the trade happened, epoch ms
 * @param receivedAt when ingest read the frame, epoch ms
 * @param conditions sale-condition codes in the feed's order, empty when it sent none
 * @param source the feed, for example {@code finnhub}
 */
public record Trade(
        String id,
        String symbol,
        double price,
        double volume,
        long tradeTime,
        long receivedAt,
        List<String> conditions,
        String source) {

    /** Version of this event's JSON form, see {@code schema/trade.v1.json}. */
    public static final int VERSION = 1;

    public Trade {
        conditions = List.copyOf(conditions);
    }

    /** Whether this only moves the last price: Finnhub sends such updates as trades of volume zero. */
    public boolean isPriceUpdate() {
        return volume == 0;
    }
}
