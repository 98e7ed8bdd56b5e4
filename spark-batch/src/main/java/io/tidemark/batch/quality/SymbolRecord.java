package io.tidemark.batch.quality;

import io.tidemark.batch.table.BaseRows;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.math.BigInteger;
import java.util.BitSet;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the scan knows of the quality of one symbol's day, put together from its minutes.
 */
public final class SymbolRecord {
    private static final long DAY_MS = 86_400_000;
    private static final long MINUTE_MS = 60_000;

    /**
     * One row a symbol. {@code rows}: rows read, counted apart from {@code counted + price_updates + excluded};
     * {@code trades}: rows of volume above zero; {@code out_of_order}: see {@link TimeOrder}; lateness: ms, null when
     * every row is from the future; {@code trade_minutes}: the minutes of the UTC day with a trade, a hexadecimal number
     * whose bit m stands for minute m.
     */
    public static final BaseRows BASE = new BaseRows(
            "base_symbols",
            new StructType()
                    .add("symbol", DataTypes.StringType, false)
                    .add("rows", DataTypes.LongType, false)
                    .add("trades", DataTypes.LongType, false)
                    .add("price_updates", DataTypes.LongType, false)
                    .add("excluded", DataTypes.LongType, false)
                    .add("counted", DataTypes.LongType, false)
                    .add("suspected_duplicates", DataTypes.LongType, false)
                    .add("out_of_order", DataTypes.LongType, false)
                    .add("lateness_p50", DataTypes.LongType, true)
                    .add("lateness_p90", DataTypes.LongType, true)
                    .add("lateness_p99", DataTypes.LongType, true)
                    .add("lateness_max", DataTypes.LongType, true)
                    .add("from_the_future", DataTypes.LongType, false)
                    .add("trade_minutes", DataTypes.StringType, false));

    private final BitSet tradeMinutes = new BitSet();
    private long trades;
    private long suspectedDuplicates;
    private long counted;
    private long priceUpdates;
    private long excluded;

    /**
     * Adds all the trades of a minute.
     *
     * @param minute its start, epoch ms
     */
    public void addMinute(long minute, TradeMarks marks) {
        trades += marks.trades();
        suspectedDuplicates += marks.suspectedDuplicates();
        tradeMinutes.set((int) (Math.floorMod(minute, DAY_MS) / MINUTE_MS));
    }

    /** Adds what became of rows. */
    public void addCounts(long moreCounted, long morePriceUpdates, long moreExcluded) {
        counted += moreCounted;
        priceUpdates += morePriceUpdates;
        excluded += moreExcluded;
    }

    /**
     * Writes the symbol's row.
     *
     * @param rows that were read
     */
    public void write(String symbol, long rows, TimeOrder order, Lateness lateness, BaseSink sink) throws IOException {
        boolean late = lateness.greatest() >= 0;
        sink.add(
                BASE,
                RowFactory.create(
                        symbol,
                        rows,
                        trades,
                        priceUpdates,
                        excluded,
                        counted,
                        suspectedDuplicates,
                        order.descents(),
                        late ? lateness.percentile(50) : null,
                        late ? lateness.percentile(90) : null,
                        late ? lateness.percentile(99) : null,
                        late ? lateness.greatest() : null,
                        lateness.fromTheFuture(),
                        hexadecimal(tradeMinutes)));
    }

    /** Minutes of the day from their text. */
    static BitSet minutes(String hexadecimal) {
        BigInteger number = new BigInteger(hexadecimal, 16);
        var minutes = new BitSet();
        for (int bit = number.getLowestSetBit(); bit >= 0 && bit < number.bitLength(); bit++) {
            if (number.testBit(bit)) {
                minutes.set(bit);
            }
        }
        return minutes;
    }

    private static String hexadecimal(BitSet minutes) {
        byte[] littleEndian = minutes.toByteArray();
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian).toString(16);
    }
}
