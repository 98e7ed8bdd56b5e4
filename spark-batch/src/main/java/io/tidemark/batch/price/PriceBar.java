package io.tidemark.batch.price;

import io.tidemark.batch.bars.Interval;
import org.apache.spark.sql.Row;

/**
 * A bar as the analytics read it; prices are NaN where it has none.
 *
 * @param interval {@code 1m} or {@code 5m}
 * @param bucket its start, epoch ms
 */
record PriceBar(
        String symbol,
        String interval,
        long bucket,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double vwap,
        long trades) {

    /** From a row of {@link PriceBars}. */
    static PriceBar of(Row row) {
        return new PriceBar(
                row.getString(0),
                row.getString(1),
                row.getLong(2),
                Cells.read(row, 3),
                Cells.read(row, 4),
                Cells.read(row, 5),
                Cells.read(row, 6),
                row.getDouble(7),
                Cells.read(row, 8),
                row.getLong(9));
    }

    boolean isMinute() {
        return interval.equals(Interval.ONE_MINUTE.label());
    }

    boolean hasClose() {
        return !Double.isNaN(close);
    }
}
