package io.tidemark.batch.news;

import static org.apache.spark.sql.functions.col;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * What returns followed good, neutral and bad news of a UTC date, over all symbols: a summary of {@link NewsReturns}. A story
 * about several symbols is a sample of each.
 */
public final class NewsReaction {
    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "news_reaction",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("sentiment_label", DataTypes.StringType, false)
                    .add("horizon", DataTypes.StringType, false)
                    .add("samples", DataTypes.LongType, false)
                    .add("mean_return", DataTypes.DoubleType, true)
                    .add("median_return", DataTypes.DoubleType, true)
                    .add("hit_rate", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "sentiment_label", "horizon"));

    private static final String NEUTRAL = Mood.label(0);
    private static final int SENTIMENT = 1;

    /** How long after the story, and the column of the return among those that a group holds. */
    private enum Horizon {
        NEXT_BAR("next", 2),
        FIVE_MINUTES("5m", 3),
        HALF_HOUR("30m", 4);

        private final String label;
        private final int column;

        Horizon(String label, int column) {
            this.label = label;
            this.column = column;
        }
    }

    private NewsReaction() {}

    /**
     * The rows of every date given: of each label that a story about a symbol has, a row for each horizon.
     *
     * @param newsReturns rows of {@link NewsReturns#TABLE}
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> newsReturns) {
        MapFunction<Row, Tuple2<Long, String>> key =
                row -> new Tuple2<>(row.getDate(0).toLocalDate().toEpochDay(), Mood.label(row.getDouble(SENTIMENT)));
        FlatMapGroupsFunction<Tuple2<Long, String>, Row, Row> reaction =
                (group, rows) -> reaction(Date.valueOf(LocalDate.ofEpochDay(group._1())), group._2(), rows);
        return newsReturns
                .select(
                        ResultTable.DATE,
                        "sentiment",
                        "return_next_bar",
                        "return_5m",
                        "return_30m",
                        "symbol",
                        "feed",
                        "id")
                .groupByKey(key, Encoders.tuple(Encoders.LONG(), Encoders.STRING()))
                .flatMapSortedGroups(
                        new Column[] {col("symbol"), col("feed"), col("id")}, reaction, Encoders.row(TABLE.schema()));
    }

    private static Iterator<Row> reaction(Date date, String label, Iterator<Row> inOrder) {
        List<Row> returns = new ArrayList<>();
        inOrder.forEachRemaining(returns::add);
        return Arrays.stream(Horizon.values())
                .map(horizon -> row(date, label, horizon, returns))
                .iterator();
    }

    private static Row row(Date date, String label, Horizon horizon, List<Row> all) {
        List<Row> samples =
                all.stream().filter(row -> !row.isNullAt(horizon.column)).toList();
        if (samples.isEmpty()) {
            return RowFactory.create(date, label, horizon.label, 0L, null, null, null);
        }
        double sum = 0;
        long hits = 0;
        for (Row row : samples) {
            double value = row.getDouble(horizon.column);
            sum += value;
            hits += Math.signum(value) == Math.signum(row.getDouble(SENTIMENT)) ? 1 : 0;
        }
        double count = samples.size();
        return RowFactory.create(
                date,
                label,
                horizon.label,
                (long) samples.size(),
                sum / count,
                median(samples.stream()
                        .mapToDouble(row -> row.getDouble(horizon.column))
                        .sorted()
                        .toArray()),
                label.equals(NEUTRAL) ? null : hits / count);
    }

    /** The middle value, or the mean of the two in the middle. */
    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
