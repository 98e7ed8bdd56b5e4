package io.tidemark.batch.bars;

/**
 * A finished bar. A price that no trade was eligible to set is NaN here and null wherever it is written.
 *
 * @param symbol the feed's symbol
 * @param interval its length
 * @param bucket its start, epoch ms
 * @param open price of the first trade eligible for "last"
 * @param high greatest price of trades eligible for high/low
 * @param low smallest price of trades eligible for high/low
 * @param close price of the last trade eligible for "last"
 * @param volume over trades eligible for volume, shares or units
 * @param vwap volume-weighted average price over the same trades
 * @param trades number of these
 * @param eligibleTrades number of trades eligible for "last"
 * @param lateTrades trades that arrived too long after their minute
 * @param firstTradeTime earliest time of a trade that updated anything, epoch ms
 * @param lastTradeTime latest time of one, epoch ms
 */
public record Bar(
        String symbol,
        Interval interval,
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
        long lastTradeTime) {}
