package io.tidemark.batch.profile;

import io.tidemark.batch.table.BaseRows;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Trades by size of one symbol. Sizes are cut down to three significant digits, so that whole numbers below 1000 stay as
 * they are. Partials merge in any order. For one thread.
 */
public final class TradeSizes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS = 3;
    private static final long FIRST_TOO_LONG = 1_000;
    /** Whole sizes below this, which most are, need no logarithm. */
    private static final int WHOLE = 1_000;

    /** Sizes of a day: {@code size} and {@code volume} in shares or units. Ordered by size within a symbol. */
    public static final BaseRows BASE = new BaseRows(
            "base_trade_sizes",
            new StructType()
                    .add("symbol", DataTypes.StringType, false)
                    .add("size", DataTypes.DoubleType, false)
                    .add("trades", DataTypes.LongType, false)
                    .add("volume", DataTypes.DoubleType, false));

    private final CountedSums sizes = new CountedSums();

    /** Adds a trade of a size above zero. */
    public void add(double size) {
        sizes.add(key(size), size);
    }

    /** Takes in what other sizes know. */
    public void merge(TradeSizes other) {
        sizes.merge(other.sizes);
    }

    /** Writes the day's sizes. */
    public void write(String symbol, BaseSink sink) throws IOException {
        for (int slot : sizes.slots()) {
            long key = sizes.key(slot);
            sink.add(
                    BASE,
                    RowFactory.create(
                            symbol,
                            Decimals.value(Decimals.mantissa(key), Decimals.exponent(key)),
                            sizes.count(slot),
                            sizes.sum(slot)));
        }
    }

    private static long key(double size) {
        int whole = (int) size;
        if (whole == size && whole < WHOLE) {
            return whole >= 100
                    ? Decimals.pack(whole, 0)
                    : whole >= 10 ? Decimals.pack(whole * 10L, -1) : Decimals.pack(whole * 100L, -2);
        }
        int exponent = Decimals.exponent(size) + 1 - DIGITS;
        long mantissa = Decimals.units(size, exponent);
        return mantissa == FIRST_TOO_LONG
                ? Decimals.pack(FIRST_TOO_LONG / 10, exponent + 1)
                : Decimals.pack(mantissa, exponent);
    }
}
