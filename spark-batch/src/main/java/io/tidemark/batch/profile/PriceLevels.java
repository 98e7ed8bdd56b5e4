package io.tidemark.batch.profile;

import io.tidemark.batch.table.BaseRows;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Volume by price of one symbol. A trade's bin has four significant digits: its step is {@code 10^(floor(log10 price) - 3)}
 * and its number {@code floor(price / step + 1e-6)}. Once a symbol's whole day is known, all bins are coarsened to the step
 * of its greatest price. Partials merge in any order. For one thread.
 */
public final class PriceLevels implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS = 4;

    /**
     * Bins of a day. {@code step}: width, in the symbol's currency; {@code bin}: number of the bin, whose lower edge is
     * {@code price}; {@code volume}: shares or units; {@code trades}: their number. Ordered by bin within a symbol.
     */
    public static final BaseRows BASE = new BaseRows(
            "base_price_levels",
            new StructType()
                    .add("symbol", DataTypes.StringType, false)
                    .add("bin", DataTypes.LongType, false)
                    .add("price", DataTypes.DoubleType, false)
                    .add("step", DataTypes.DoubleType, false)
                    .add("volume", DataTypes.DoubleType, false)
                    .add("trades", DataTypes.LongType, false));

    private final CountedSums levels = new CountedSums();
    // The decade of the price last seen: prices of a symbol seldom leave it.
    private double decadeStart = 1;
    private double decadeEnd = 10;
    private int stepExponent = 1 - DIGITS;

    /**
     * Adds a trade.
     *
     * @param price in the symbol's currency
     * @param volume shares or units
     */
    public void add(double price, double volume) {
        if (price < decadeStart || price >= decadeEnd) {
            int exponent = Decimals.exponent(price);
            decadeStart = Decimals.power(exponent);
            decadeEnd = Decimals.power(exponent + 1);
            stepExponent = exponent + 1 - DIGITS;
        }
        levels.add(Decimals.pack(Decimals.units(price, stepExponent), stepExponent), volume);
    }

    /** Takes in what other levels know. */
    public void merge(PriceLevels other) {
        levels.merge(other.levels);
    }

    /** Writes the day's bins. */
    public void write(String symbol, BaseSink sink) throws IOException {
        int[] fine = levels.slots();
        if (fine.length == 0) {
            return;
        }
        int step = Decimals.exponent(levels.key(fine[fine.length - 1]));
        var coarse = new CountedSums();
        for (int slot : fine) {
            long key = levels.key(slot);
            coarse.addAll(coarsened(Decimals.mantissa(key), step - Decimals.exponent(key)), levels, slot);
        }
        for (int slot : coarse.slots()) {
            long bin = coarse.key(slot);
            sink.add(
                    BASE,
                    RowFactory.create(
                            symbol,
                            bin,
                            Decimals.value(bin, step),
                            Decimals.value(1, step),
                            coarse.sum(slot),
                            coarse.count(slot)));
        }
    }

    private static long coarsened(long bin, int decades) {
        long coarse = bin;
        for (int i = 0; i < decades && coarse > 0; i++) {
            coarse /= 10;
        }
        return coarse;
    }
}
