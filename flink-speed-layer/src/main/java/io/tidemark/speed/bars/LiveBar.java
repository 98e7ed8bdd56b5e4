package io.tidemark.speed.bars;

/**
 * A one-minute bar as it stands: a whole row of {@code speed.bars_1m}. A price that no trade was eligible to set is NaN.
 *
 * @param symbol the feed's symbol
 * @param bucket start of the minute, epoch ms
 * @param open price of the first trade eligible for "last"
 * @param high greatest price of trades eligible for high/low
 * @param low smallest price of trades eligible for high/low
 * @param close price of the last trade eligible for "last"
 * @param volume over trades eligible for volume, shares or units
 * @param vwap volume-weighted average price over the same trades
 * @param trades number of these
 * @param eligibleTrades number of trades eligible for "last"
 * @param lateTrades trades received too long after their minute
 * @param firstTradeTime earliest time of a trade that updated anything, epoch ms
 * @param lastTradeTime latest time of one, epoch ms
 * @param lastReceivedAt latest receipt of a record in it, epoch ms
 * @param revision number of trades it is made of. It only grows, and a job that goes back to a checkpoint reaches each
 *     value with the same trades again, so a row never has to give way to one of a smaller revision
 * @param closed whether its minute is taken to be over; trades within the allowed lateness may still change it
 */
public record LiveBar(
        String symbol,
        long bucket,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double vwap,
        long trades,
        long eligibleTrades,
        long lateTrades,
        long firstTradeTime,
        long lastTradeTime,
        long lastReceivedAt,
        long revision,
        boolean closed) {

    /** By symbol and minute, the key of its table. */
    public static int compareKeys(LiveBar one, LiveBar other) {
        int bySymbol = one.symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : Long.compare(one.bucket, other.bucket);
    }
}
