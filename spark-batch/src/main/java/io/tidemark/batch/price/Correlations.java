package io.tidemark.batch.price;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import io.tidemark.batch.price.indicator.Comovement;
import io.tidemark.batch.price.indicator.LogReturn;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Correlation and beta of every ordered pair of symbols on a UTC date, from five-minute log returns that both have: closes in
 * the same two consecutive buckets. Formulas: {@link Comovement}.
 *
 * <p>A date is one group, because its returns are small (500 symbols have 288 each, 1.2 MB) and its pairs are many; rows are
 * made one by one.
 */
public final class Correlations {
    private static final long BUCKET_MS = 300_000L;
    private static final long DAY_MS = 86_400_000L;
    private static final int BUCKETS = (int) (DAY_MS / BUCKET_MS);

    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "correlations",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("other", DataTypes.StringType, false)
                    .add("samples", DataTypes.IntegerType, false)
                    .add("correlation", DataTypes.DoubleType, true)
                    .add("beta", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "symbol", "other"));

    private Correlations() {}

    /**
     * The pairs of every UTC date that has bars: of all symbols with a close on it, also those without common returns.
     *
     * @param fives five-minute bars, with the columns of {@link io.tidemark.batch.table.BarSchema}
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> fives) {
        MapFunction<Row, Long> date = row -> Math.floorDiv(row.getLong(1), DAY_MS);
        FlatMapGroupsFunction<Long, Row, Row> pairs = (key, bars) -> ofDate(LocalDate.ofEpochDay(key), bars);
        return fives.where(col("close").isNotNull())
                .select(col("symbol"), unix_millis(col("bucket")).as("bucket"), col("close"))
                .groupByKey(date, Encoders.LONG())
                .flatMapSortedGroups(new Column[] {col("symbol"), col("bucket")}, pairs, Encoders.row(TABLE.schema()));
    }

    private static Iterator<Row> ofDate(LocalDate date, Iterator<Row> bars) {
        TreeMap<String, double[]> closes = new TreeMap<>();
        while (bars.hasNext()) {
            Row bar = bars.next();
            double[] ofSymbol = closes.computeIfAbsent(bar.getString(0), absent -> nothing());
            ofSymbol[(int) (Math.floorMod(bar.getLong(1), DAY_MS) / BUCKET_MS)] = bar.getDouble(2);
        }
        closes.replaceAll((symbol, ofSymbol) -> returns(ofSymbol));
        Date dt = Date.valueOf(date);
        return closes.entrySet().stream()
                .flatMap(one -> closes.entrySet().stream()
                        .filter(other -> !other.getKey().equals(one.getKey()))
                        .map(other ->
                                row(dt, one.getKey(), other.getKey(), Comovement.of(one.getValue(), other.getValue()))))
                .iterator();
    }

    /** Each bucket's return, NaN where it or the bucket before has no close. */
    private static double[] returns(double[] closes) {
        double[] returns = nothing();
        for (int i = 1; i < closes.length; i++) {
            double change = LogReturn.of(closes[i - 1], closes[i]);
            returns[i] = Double.isFinite(change) ? change : Double.NaN;
        }
        return returns;
    }

    private static double[] nothing() {
        double[] nothing = new double[BUCKETS];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private static Row row(Date dt, String symbol, String other, Comovement both) {
        return RowFactory.create(
                dt, symbol, other, both.samples(), Cells.value(both.correlation()), Cells.value(both.beta()));
    }
}
