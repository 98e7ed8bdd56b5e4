package io.tidemark.batch.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Bars of one interval as a dataset: the columns of the result files, for example of {@code bars_1m}. Prices are in the
 * symbol's currency and null when no trade was eligible to set them; {@code bucket} is the bar's start. Timestamps are
 * instants; the session's time zone is UTC.
 */
public final class BarSchema {
    /** Columns: symbol, bucket, open, high, low, close, volume, vwap, trades and so on, as in {@code Bar}. */
    public static final StructType SCHEMA = new StructType()
            .add("symbol", DataTypes.StringType, false)
            .add("bucket", DataTypes.TimestampType, false)
            .add("open", DataTypes.DoubleType, true)
            .add("high", DataTypes.DoubleType, true)
            .add("low", DataTypes.DoubleType, true)
            .add("close", DataTypes.DoubleType, true)
            .add("volume", DataTypes.DoubleType, false)
            .add("vwap", DataTypes.DoubleType, true)
            .add("trades", DataTypes.LongType, false)
            .add("eligible_trades", DataTypes.LongType, false)
            .add("late_trades", DataTypes.LongType, false)
            .add("first_trade_time", DataTypes.TimestampType, false)
            .add("last_trade_time", DataTypes.TimestampType, false);

    private BarSchema() {}
}
