package io.tidemark.batch.scale;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The same minutes by Spark's own means: its CSV reader and its aggregates, without checks and without a sink. */
public final class CsvReaderBaseline {
    private static final String COLUMNS = "symbol string, price double, volume double, trade_time_ms long,"
            + " received_time_ms long, conditions string, event_id string, kafka_partition int, kafka_offset long";

    private CsvReaderBaseline() {}

    /** Argument: landing directory. */
    public static void main(String[] args) {
        try (SparkSession session = SparkSession.builder()
                .appName("csv-reader-baseline")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate()) {
            Dataset<Row> bars = session.read()
                    .schema(COLUMNS)
                    .option("header", true)
                    .option("mode", "FAILFAST")
                    .csv(args[0] + "/trades/dt=*/hour=*/*.csv")
                    .groupBy(col("symbol"), expr("trade_time_ms div 60000").as("minute"))
                    .agg(
                            expr("min_by(price, struct(trade_time_ms, kafka_partition, kafka_offset))"),
                            max("price"),
                            min("price"),
                            expr("max_by(price, struct(trade_time_ms, kafka_partition, kafka_offset))"),
                            sum("volume"),
                            sum(expr("price * volume")),
                            count("*"));
            for (int round = 1; round <= 3; round++) {
                long begin = System.nanoTime();
                bars.write().format("noop").mode("overwrite").save();
                System.out.printf("round %d: %.1f s%n", round, (System.nanoTime() - begin) / 1e9);
            }
        }
    }
}
