package io.tidemark.speed.bars;

/**
 * Trades that came after the allowed lateness: in no live bar, and left to the batch. A whole row of
 * {@code speed.late_trades} once they have been counted.
 *
 * @param symbol the feed's symbol
 * @param minute start of their minute, epoch ms
 * @param trades how many
 */
public record LateTrades(String symbol, long minute, long trades) {

    /** By symbol and minute, the key of its table. */
    public static int compareKeys(LateTrades one, LateTrades other) {
        int bySymbol = one.symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : Long.compare(one.minute, other.minute);
    }
}
