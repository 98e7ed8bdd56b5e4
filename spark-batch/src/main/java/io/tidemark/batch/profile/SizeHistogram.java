package io.tidemark.batch.profile;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Trades by size of a date and symbol: those that their sale conditions let count as volume. */
public final class SizeHistogram {
    /** {@code size}: shares or units, cut down to three significant digits; {@code volume}: exact. */
    public static final ResultTable TABLE = new ResultTable(
            "size_histogram",
            Scope.DATE,
            new StructType()
                    .add("dt", DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("size", DataTypes.DoubleType, false)
                    .add("trades", DataTypes.LongType, false)
                    .add("volume", DataTypes.DoubleType, false),
            List.of("dt", "symbol", "size"));

    private SizeHistogram() {}

    /**
     * The histogram.
     *
     * @param sizes rows of {@link TradeSizes#BASE}
     * @param date of the trades
     */
    public static Dataset<Row> of(Dataset<Row> sizes, LocalDate date) {
        Date dt = Date.valueOf(date);
        return sizes.map(
                (MapFunction<Row, Row>) row -> RowFactory.create(
                        dt, row.getAs("symbol"), row.getAs("size"), row.getAs("trades"), row.getAs("volume")),
                Encoders.row(TABLE.schema()));
    }
}
