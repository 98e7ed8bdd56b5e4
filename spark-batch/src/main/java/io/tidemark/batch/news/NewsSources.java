package io.tidemark.batch.news;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** News of a publisher on a UTC date; a story that names no source is in no row. */
public final class NewsSources {
    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "news_sources",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("source", DataTypes.StringType, false)
                    .add("stories", DataTypes.LongType, false)
                    .add("sentiment", DataTypes.DoubleType, false)
                    .add("positive", DataTypes.LongType, false)
                    .add("negative", DataTypes.LongType, false),
            List.of(ResultTable.DATE, "source"));

    private NewsSources() {}

    /**
     * The rows of every date given.
     *
     * @param stories rows of {@link Stories#SCHEMA}
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> stories) {
        FlatMapFunction<Row, Row> shares = NewsSources::shares;
        FlatMapGroupsFunction<Tuple2<Long, String>, Row, Row> source = (key, rows) -> source(rows);
        return StoryGroups.flatMap(stories, shares, source, TABLE.schema());
    }

    private static Iterator<Row> shares(Row story) {
        String source = story.getString(5);
        if (source.isEmpty()) {
            return List.<Row>of().iterator();
        }
        return List.of(RowFactory.create(
                        story.get(0), source, 1.0, story.get(6), source, story.get(3), story.get(1), story.get(2)))
                .iterator();
    }

    private static Iterator<Row> source(Iterator<Row> byTime) {
        var mood = new Mood();
        Row first = byTime.next();
        mood.add(first.getDouble(StoryGroups.SENTIMENT), 1);
        byTime.forEachRemaining(row -> mood.add(row.getDouble(StoryGroups.SENTIMENT), 1));
        return List.of(RowFactory.create(
                        first.get(0),
                        first.get(StoryGroups.NAME),
                        mood.stories(),
                        mood.mean(),
                        mood.positive(),
                        mood.negative()))
                .iterator();
    }
}
