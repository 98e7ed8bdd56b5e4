package io.tidemark.speed.trade;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.contracts.event.Trade;

/**
 * A record of the trade topic, judged: a trade with what it may update, or a refused record that is only counted. Flat,
 * because millions of them pass and Flink may have to serialize them.
 *
 * @param symbol the feed's symbol; empty when undecodable
 * @param price in the symbol's currency
 * @param volume shares or units; zero is a price update
 * @param tradeTime epoch ms
 * @param receivedAt epoch ms at which ingest read it
 * @param effects what its sale conditions let it update; everything in a price update
 * @param partition Kafka coordinates, which order trades of one millisecond
 * @param offset Kafka coordinates
 * @param refusal why it is kept out, or {@link Refusal#NONE}
 * @param detail the refusal in words, empty when there is none
 */
public record IncomingTrade(
        String symbol,
        double price,
        double volume,
        long tradeTime,
        long receivedAt,
        TradeEffects effects,
        int partition,
        long offset,
        Refusal refusal,
        String detail) {

    /** A trade that counts. */
    public static IncomingTrade accepted(Trade trade, TradeEffects effects, int partition, long offset) {
        return of(trade, effects, partition, offset, Refusal.NONE, "");
    }

    static IncomingTrade future(Trade trade, int partition, long offset, String detail) {
        return of(trade, TradeEffects.ALL, partition, offset, Refusal.FUTURE, detail);
    }

    static IncomingTrade undecodable(int partition, long offset, String detail) {
        return new IncomingTrade("", 0, 0, 0, 0, TradeEffects.ALL, partition, offset, Refusal.UNDECODABLE, detail);
    }

    /** Whether it takes part in bars, prices and the watermark. */
    public boolean accepted() {
        return refusal == Refusal.NONE;
    }

    private static IncomingTrade of(
            Trade trade, TradeEffects effects, int partition, long offset, Refusal refusal, String detail) {
        return new IncomingTrade(
                trade.symbol(),
                trade.price(),
                trade.volume(),
                trade.tradeTime(),
                trade.receivedAt(),
                effects,
                partition,
                offset,
                refusal,
                detail);
    }
}
