package io.tidemark.batch.price;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;

import io.tidemark.batch.bars.Interval;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** Bars of one and of five minutes in one dataset, with the columns of {@link PriceBar}, by UTC date and symbol. */
final class PriceBars {
    private static final long DAY_MS = 86_400_000L;

    private PriceBars() {}

    /** Both as one dataset. */
    static Dataset<Row> of(Dataset<Row> minutes, Dataset<Row> fives) {
        return slim(minutes, Interval.ONE_MINUTE).unionAll(slim(fives, Interval.FIVE_MINUTES));
    }

    /**
     * Applies a function to the bars of each symbol (first of the key) and UTC date (second, days since 1970), which come by
     * interval and time.
     */
    static Dataset<Row> flatMap(
            Dataset<Row> bars, StructType result, FlatMapGroupsFunction<Tuple2<String, Long>, Row, Row> function) {
        MapFunction<Row, Tuple2<String, Long>> key = PriceBars::key;
        return bars.groupByKey(key, Encoders.tuple(Encoders.STRING(), Encoders.LONG()))
                .flatMapSortedGroups(new Column[] {col("interval"), col("bucket")}, function, Encoders.row(result));
    }

    private static Tuple2<String, Long> key(Row bar) {
        return new Tuple2<>(bar.getString(0), Math.floorDiv(bar.getLong(2), DAY_MS));
    }

    private static Dataset<Row> slim(Dataset<Row> bars, Interval interval) {
        return bars.select(
                col("symbol"),
                lit(interval.label()).as("interval"),
                unix_millis(col("bucket")).as("bucket"),
                col("open"),
                col("high"),
                col("low"),
                col("close"),
                col("volume"),
                col("vwap"),
                col("trades"));
    }
}
