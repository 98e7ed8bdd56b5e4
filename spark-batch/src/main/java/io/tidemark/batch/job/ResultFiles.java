package io.tidemark.batch.job;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Bucket;
import java.nio.file.Path;
import java.sql.Timestamp;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Bars as Parquet and CSV. */
final class ResultFiles {
    private static final String TIMESTAMP_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";

    private ResultFiles() {}

    /** Writes {@code parquet/interval=<label>/} and {@code csv/interval=<label>/}, sorted by symbol and bucket. */
    static void write(SparkSession session, JavaRDD<Bucket> buckets, Path directory) {
        JavaRDD<Row> rows = buckets.filter(Bucket::isBar).map(bucket -> row(bucket.toBar()));
        Dataset<Row> bars =
                session.createDataFrame(rows, schema()).sortWithinPartitions("interval", "symbol", "bucket");
        bars.write()
                .partitionBy("interval")
                .parquet(directory.resolve("parquet").toUri().toString());
        bars.write()
                .partitionBy("interval")
                .option("header", true)
                .option("timestampFormat", TIMESTAMP_FORMAT)
                .csv(directory.resolve("csv").toUri().toString());
    }

    private static StructType schema() {
        DataType number = DataTypes.DoubleType;
        DataType time = DataTypes.TimestampType;
        return new StructType()
                .add("interval", DataTypes.StringType, false)
                .add("symbol", DataTypes.StringType, false)
                .add("bucket", time, false)
                .add("open", number, true)
                .add("high", number, true)
                .add("low", number, true)
                .add("close", number, true)
                .add("volume", number, false)
                .add("vwap", number, true)
                .add("trades", DataTypes.LongType, false)
                .add("eligible_trades", DataTypes.LongType, false)
                .add("late_trades", DataTypes.LongType, false)
                .add("first_trade_time", time, false)
                .add("last_trade_time", time, false);
    }

    private static Row row(Bar bar) {
        return RowFactory.create(
                bar.interval().label(),
                bar.symbol(),
                new Timestamp(bar.bucket()),
                nullable(bar.open()),
                nullable(bar.high()),
                nullable(bar.low()),
                nullable(bar.close()),
                bar.volume(),
                nullable(bar.vwap()),
                bar.trades(),
                bar.eligibleTrades(),
                bar.lateTrades(),
                new Timestamp(bar.firstTradeTime()),
                new Timestamp(bar.lastTradeTime()));
    }

    private static @Nullable Double nullable(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
