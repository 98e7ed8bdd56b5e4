package io.tidemark.speed.bars;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.trade.IncomingTrade;

/**
 * What some trades of one symbol and minute amount to. Merging partial bars of disjoint sets of trades gives the partial
 * bar of their union, in whatever order it is done. Mutable; Flink serializes its fields.
 */
public final class PartialBar {
    /** Length of the buckets, ms. */
    public static final long MINUTE_MS = 60_000;

    public String symbol = "";
    /** Start of the minute, epoch ms. */
    public long minute;
    /** First and last of the trades eligible for "last". */
    public EdgeTrade first = new EdgeTrade();

    public EdgeTrade last = new EdgeTrade();
    /** Last of the trades eligible for "last" and of the price updates, which no bar knows. */
    public EdgeTrade latest = new EdgeTrade();

    public double high = Double.NEGATIVE_INFINITY;
    public double low = Double.POSITIVE_INFINITY;
    public CompensatedSum volume = new CompensatedSum();
    public CompensatedSum notional = new CompensatedSum();
    /** Trades eligible for volume. */
    public long trades;
    /** Trades eligible for "last". */
    public long eligibleTrades;

    public long lateTrades;
    /** Trades that updated anything in the bar. */
    public long counted;
    /** Trades that would have, had they come within the allowed lateness. */
    public long tooLate;

    public long firstTradeTime = Long.MAX_VALUE;
    public long lastTradeTime = Long.MIN_VALUE;
    /** Latest receipt of any record, epoch ms. */
    public long lastReceivedAt = Long.MIN_VALUE;

    /** For Flink's serializer. */
    public PartialBar() {}

    /**
     * Nothing yet.
     *
     * @param symbol the feed's symbol
     * @param minute its start, epoch ms
     */
    public PartialBar(String symbol, long minute) {
        this.symbol = symbol;
        this.minute = minute;
    }

    /** Start of the minute of an instant, both epoch ms. */
    public static long minuteOf(long epochMs) {
        return epochMs - Math.floorMod(epochMs, MINUTE_MS);
    }

    /**
     * Adds a trade or a price update of this symbol and minute.
     *
     * @param lateAfterMs a trade that is received longer than this after the end of its minute is late
     */
    public void add(IncomingTrade trade, long lateAfterMs) {
        addPrice(trade);
        if (!belongsInBar(trade)) {
            return;
        }
        TradeEffects effects = trade.effects();
        counted++;
        firstTradeTime = Math.min(firstTradeTime, trade.tradeTime());
        lastTradeTime = Math.max(lastTradeTime, trade.tradeTime());
        if (trade.receivedAt() - lateAfterMs > minute + MINUTE_MS) {
            lateTrades++;
        }
        if (effects.last()) {
            eligibleTrades++;
            first.keepEarlier(trade.price(), trade.tradeTime(), trade.partition(), trade.offset());
            last.keepLater(trade.price(), trade.tradeTime(), trade.partition(), trade.offset());
        }
        if (effects.highLow()) {
            high = Math.max(high, trade.price());
            low = Math.min(low, trade.price());
        }
        if (effects.volume()) {
            trades++;
            volume.add(trade.volume());
            notional.addProduct(trade.price(), trade.volume());
        }
    }

    /** Adds a trade of this symbol and minute that came after the allowed lateness: its price may still be the latest. */
    public void addTooLate(IncomingTrade trade) {
        addPrice(trade);
        if (belongsInBar(trade)) {
            tooLate++;
        }
    }

    /** Takes in what a partial bar of the same symbol and minute knows; the other stays as it is. */
    public void merge(PartialBar other) {
        first.keepEarlier(other.first);
        last.keepLater(other.last);
        latest.keepLater(other.latest);
        high = Math.max(high, other.high);
        low = Math.min(low, other.low);
        volume.add(other.volume);
        notional.add(other.notional);
        trades += other.trades;
        eligibleTrades += other.eligibleTrades;
        lateTrades += other.lateTrades;
        counted += other.counted;
        tooLate += other.tooLate;
        firstTradeTime = Math.min(firstTradeTime, other.firstTradeTime);
        lastTradeTime = Math.max(lastTradeTime, other.lastTradeTime);
        lastReceivedAt = Math.max(lastReceivedAt, other.lastReceivedAt);
    }

    /** Whether any trade updated anything: without one there is no bar. */
    public boolean isBar() {
        return counted > 0;
    }

    private void addPrice(IncomingTrade trade) {
        lastReceivedAt = Math.max(lastReceivedAt, trade.receivedAt());
        if (trade.effects().last()) {
            latest.keepLater(trade.price(), trade.tradeTime(), trade.partition(), trade.offset());
        }
    }

    private static boolean belongsInBar(IncomingTrade trade) {
        TradeEffects effects = trade.effects();
        return trade.volume() != 0 && (effects.last() || effects.highLow() || effects.volume());
    }

    /** The bar as it stands; {@code closed} says whether its minute is taken to be over. */
    public LiveBar toBar(boolean closed) {
        boolean edges = first.exists();
        boolean range = high >= low;
        double totalVolume = volume.value();
        double vwap = notional.value() / totalVolume;
        return new LiveBar(
                symbol,
                minute,
                edges ? first.price : Double.NaN,
                range ? high : Double.NaN,
                range ? low : Double.NaN,
                edges ? last.price : Double.NaN,
                totalVolume,
                Double.isFinite(vwap) ? vwap : Double.NaN,
                trades,
                eligibleTrades,
                lateTrades,
                firstTradeTime,
                lastTradeTime,
                lastReceivedAt,
                counted,
                closed);
    }
}
