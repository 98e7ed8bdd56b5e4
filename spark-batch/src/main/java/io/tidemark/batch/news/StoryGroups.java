package io.tidemark.batch.news;

import static org.apache.spark.sql.functions.col;

import io.tidemark.batch.table.ResultTable;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** Stories by UTC date and by a name that they have: a symbol, a source. */
final class StoryGroups {
    /** What a group holds of a story; the first two make its key. */
    static final StructType SHARE = new StructType()
            .add(ResultTable.DATE, DataTypes.DateType, false)
            .add("name", DataTypes.StringType, false)
            .add("relevance", DataTypes.DoubleType, false)
            .add("sentiment", DataTypes.DoubleType, false)
            .add("source", DataTypes.StringType, false)
            .add("published_at", DataTypes.TimestampType, false)
            .add("feed", DataTypes.StringType, false)
            .add("id", DataTypes.StringType, false);

    static final int NAME = 1;
    static final int RELEVANCE = 2;
    static final int SENTIMENT = 3;
    static final int SOURCE = 4;
    static final int PUBLISHED_AT = 5;

    private StoryGroups() {}

    /**
     * Applies a function to each group, whose stories come by time, feed and id.
     *
     * @param shares makes rows of {@link #SHARE} of a row of {@link Stories#SCHEMA}
     * @param function given the rows of a date and name
     */
    static Dataset<Row> flatMap(
            Dataset<Row> stories,
            FlatMapFunction<Row, Row> shares,
            FlatMapGroupsFunction<Tuple2<Long, String>, Row, Row> function,
            StructType result) {
        MapFunction<Row, Tuple2<Long, String>> key =
                row -> new Tuple2<>(row.getDate(0).toLocalDate().toEpochDay(), row.getString(NAME));
        return stories.flatMap(shares, Encoders.row(SHARE))
                .groupByKey(key, Encoders.tuple(Encoders.LONG(), Encoders.STRING()))
                .flatMapSortedGroups(
                        new Column[] {col("published_at"), col("feed"), col("id")}, function, Encoders.row(result));
    }
}
