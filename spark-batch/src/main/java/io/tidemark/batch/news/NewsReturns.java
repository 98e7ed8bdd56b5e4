package io.tidemark.batch.news;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import io.tidemark.batch.table.BarSchema;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import io.tidemark.newsanalysis.link.Relevance;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * What the price of a symbol did after each story about it, from one-minute bars of the same UTC date that have a close. The
 * price before is the last that had been made when the story came out: the close of the last bar that had ended. Nothing is
 * scaled by what the market did, and nothing says that the story was the cause: see A. C. MacKinlay, "Event Studies in Economics
 * and Finance" (Journal of Economic Literature 35, 1997), for what a study would add.
 */
public final class NewsReturns {
    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "news_returns",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("feed", DataTypes.StringType, false)
                    .add("id", DataTypes.StringType, false)
                    .add("published_at", DataTypes.TimestampType, false)
                    .add("headline", DataTypes.StringType, false)
                    .add("sentiment", DataTypes.DoubleType, false)
                    .add("relevance", DataTypes.DoubleType, false)
                    .add("bar_at", DataTypes.TimestampType, true)
                    .add("price_before", DataTypes.DoubleType, true)
                    .add("return_next_bar", DataTypes.DoubleType, true)
                    .add("return_5m", DataTypes.DoubleType, true)
                    .add("return_30m", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "symbol", "feed", "id"));

    /** A story about a symbol: the table's columns up to the relevance. */
    private static final StructType ABOUT =
            new StructType(Arrays.copyOf(TABLE.schema().fields(), 8));

    private static final long DAY_MS = 86_400_000L;
    private static final long FIVE_MINUTES_MS = 300_000L;
    private static final long HALF_HOUR_MS = 1_800_000L;

    private NewsReturns() {}

    /**
     * The rows of every date given.
     *
     * @param stories rows of {@link Stories#SCHEMA}
     * @param minutes one-minute bars, rows of {@link BarSchema}
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> stories, Dataset<Row> minutes) {
        Encoder<Tuple2<String, Long>> keys = Encoders.tuple(Encoders.STRING(), Encoders.LONG());
        FlatMapFunction<Row, Row> about = NewsReturns::about;
        MapFunction<Row, Tuple2<String, Long>> aboutKey = row ->
                new Tuple2<>(row.getString(1), row.getDate(0).toLocalDate().toEpochDay());
        MapFunction<Row, Tuple2<String, Long>> barKey =
                row -> new Tuple2<>(row.getString(0), Math.floorDiv(row.getLong(1), DAY_MS));
        CoGroupFunction<Tuple2<String, Long>, Row, Row, Row> returns = (key, rows, bars) -> returns(rows, bars);
        Dataset<Row> closes = minutes.where(col("close").isNotNull())
                .select(col("symbol"), unix_millis(col("bucket")).as("bucket"), col("close"));
        return stories.flatMap(about, Encoders.row(ABOUT))
                .groupByKey(aboutKey, keys)
                .cogroupSorted(
                        closes.groupByKey(barKey, keys),
                        new Column[] {},
                        new Column[] {col("bucket")},
                        returns,
                        Encoders.row(TABLE.schema()));
    }

    private static Iterator<Row> about(Row story) {
        List<Row> rows = new ArrayList<>();
        List<String> symbols = story.getList(7);
        List<Double> relevances = story.getList(8);
        for (int i = 0; i < symbols.size(); i++) {
            if (relevances.get(i) >= Relevance.RELEVANT) {
                rows.add(RowFactory.create(
                        story.get(0),
                        symbols.get(i),
                        story.get(1),
                        story.get(2),
                        story.get(3),
                        story.get(4),
                        story.get(6),
                        relevances.get(i)));
            }
        }
        return rows.iterator();
    }

    private static Iterator<Row> returns(Iterator<Row> about, Iterator<Row> bars) {
        List<Row> rows = new ArrayList<>();
        if (about.hasNext()) {
            MinutePrices prices = MinutePrices.of(bars);
            about.forEachRemaining(row -> rows.add(withReturns(row, prices)));
        }
        return rows.iterator();
    }

    private static Row withReturns(Row about, MinutePrices prices) {
        long published = about.getTimestamp(4).getTime();
        int next = prices.startingFrom(published);
        double before = prices.close(prices.endedBy(published));
        return RowFactory.create(
                about.get(0),
                about.get(1),
                about.get(2),
                about.get(3),
                about.get(4),
                about.get(5),
                about.get(6),
                about.get(7),
                next < 0 ? null : new Timestamp(prices.start(next)),
                finite(before),
                finite(relative(prices.close(next), before)),
                finite(relative(prices.close(prices.endedWithin(published, published + FIVE_MINUTES_MS)), before)),
                finite(relative(prices.close(prices.endedWithin(published, published + HALF_HOUR_MS)), before)));
    }

    private static double relative(double price, double before) {
        return (price - before) / before;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
