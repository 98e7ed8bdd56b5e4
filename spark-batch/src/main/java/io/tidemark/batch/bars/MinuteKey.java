package io.tidemark.batch.bars;

import java.io.Serializable;
import java.util.Objects;

/**
 * Symbol and minute, ordered by both. A plain class and not a record, because Spark's serializer writes its fields.
 */
public final class MinuteKey implements Comparable<MinuteKey>, Serializable {
    private static final long serialVersionUID = 1L;

    private final String symbol;
    private final long minute;

    /**
     * A key.
     *
     * @param symbol the feed's symbol
     * @param minute start of the minute, epoch ms
     */
    public MinuteKey(String symbol, long minute) {
        this.symbol = symbol;
        this.minute = minute;
    }

    public String symbol() {
        return symbol;
    }

    public long minute() {
        return minute;
    }

    @Override
    public int compareTo(MinuteKey other) {
        int bySymbol = symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : Long.compare(minute, other.minute);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MinuteKey key && minute == key.minute && symbol.equals(key.symbol);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, minute);
    }

    @Override
    public String toString() {
        return symbol + "@" + minute;
    }
}
