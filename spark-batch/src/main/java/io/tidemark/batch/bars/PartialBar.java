package io.tidemark.batch.bars;

import io.tidemark.contracts.conditions.TradeEffects;
import java.io.Serializable;

/**
 * What is known of a bar from some of its trades. Partial bars of disjoint sets of trades merge into the partial bar of
 * their union, whatever the order, so trades can be combined where they are read. Also counts the rows that touch no bar.
 *
 * <p>Mutable, for one thread. A plain class and not a record, because Spark's serializer writes its fields.
 */
public final class PartialBar implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EdgeTrade first = new EdgeTrade();
    private final EdgeTrade last = new EdgeTrade();
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private final PreciseSum volume = new PreciseSum();
    private final PreciseSum notional = new PreciseSum();
    private long trades;
    private long eligibleTrades;
    private long lateTrades;
    private long firstTradeTime = Long.MAX_VALUE;
    private long lastTradeTime = Long.MIN_VALUE;
    private long counted;
    private long priceUpdates;
    private long excluded;

    /**
     * Adds a trade of volume above zero.
     *
     * @param tradePrice in the symbol's currency
     * @param tradeVolume shares or units
     * @param time of the trade, epoch ms
     * @param partition Kafka coordinates, which order trades of one millisecond
     * @param offset Kafka coordinates
     * @param effects what it may update
     * @param late whether it arrived too long after its minute
     */
    public void addTrade(
            double tradePrice,
            double tradeVolume,
            long time,
            int partition,
            long offset,
            TradeEffects effects,
            boolean late) {
        if (!effects.last() && !effects.highLow() && !effects.volume()) {
            excluded++;
            return;
        }
        counted++;
        firstTradeTime = Math.min(firstTradeTime, time);
        lastTradeTime = Math.max(lastTradeTime, time);
        if (late) {
            lateTrades++;
        }
        if (effects.last()) {
            addEdge(tradePrice, time, partition, offset);
        }
        if (effects.highLow()) {
            high = Math.max(high, tradePrice);
            low = Math.min(low, tradePrice);
        }
        if (effects.volume()) {
            trades++;
            volume.add(tradeVolume);
            notional.addProduct(tradePrice, tradeVolume);
        }
    }

    /** Counts a row of volume zero, which moves the last price elsewhere and touches no bar. */
    public void addPriceUpdate() {
        priceUpdates++;
    }

    /** Takes in what another partial bar knows; the other stays as it is. */
    public void merge(PartialBar other) {
        if (other.eligibleTrades > 0) {
            if (eligibleTrades == 0 || other.first.isBefore(first)) {
                first.set(other.first);
            }
            if (eligibleTrades == 0 || last.isBefore(other.last)) {
                last.set(other.last);
            }
        }
        high = Math.max(high, other.high);
        low = Math.min(low, other.low);
        volume.add(other.volume);
        notional.add(other.notional);
        trades += other.trades;
        eligibleTrades += other.eligibleTrades;
        lateTrades += other.lateTrades;
        firstTradeTime = Math.min(firstTradeTime, other.firstTradeTime);
        lastTradeTime = Math.max(lastTradeTime, other.lastTradeTime);
        counted += other.counted;
        priceUpdates += other.priceUpdates;
        excluded += other.excluded;
    }

    /** Whether any trade updated anything: without one there is no bar, only counts. */
    public boolean isBar() {
        return counted > 0;
    }

    /**
     * The bar of all that was added.
     *
     * @param symbol of the trades
     * @param interval whose bucket they are in
     * @param bucket its start, epoch ms
     */
    public Bar toBar(String symbol, Interval interval, long bucket) {
        boolean edges = eligibleTrades > 0;
        boolean range = high >= low;
        double totalVolume = volume.value();
        double vwap = notional.value() / totalVolume;
        return new Bar(
                symbol,
                interval,
                bucket,
                edges ? first.price() : Double.NaN,
                range ? high : Double.NaN,
                range ? low : Double.NaN,
                edges ? last.price() : Double.NaN,
                totalVolume,
                Double.isFinite(vwap) ? vwap : Double.NaN,
                trades,
                eligibleTrades,
                lateTrades,
                firstTradeTime,
                lastTradeTime);
    }

    /** All rows: counted, price updates and excluded. */
    public long rows() {
        return counted + priceUpdates + excluded;
    }

    /** Rows that updated something in a bar. */
    public long counted() {
        return counted;
    }

    /** Rows of volume zero. */
    public long priceUpdates() {
        return priceUpdates;
    }

    /** Trades that their sale conditions let update nothing. */
    public long excluded() {
        return excluded;
    }

    private void addEdge(double tradePrice, long time, int partition, long offset) {
        if (eligibleTrades == 0) {
            first.set(tradePrice, time, partition, offset);
            last.set(tradePrice, time, partition, offset);
        } else if (last.isBefore(time, partition, offset)) {
            last.set(tradePrice, time, partition, offset);
        } else if (!first.isBefore(time, partition, offset)) {
            first.set(tradePrice, time, partition, offset);
        }
        eligibleTrades++;
    }
}
