package io.tidemark.batch.news;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import io.tidemark.newsanalysis.link.Relevance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * News of a symbol on a UTC date, and of symbol {@code *} all news. What counts, and with which weight, is what the speed
 * layer's windows count: every story that is linked to the symbol, weighted by its relevance; in all, each story as 1.
 */
public final class NewsDaily {
    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "news_daily",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("stories", DataTypes.LongType, false)
                    .add("relevant", DataTypes.LongType, false)
                    .add("weight", DataTypes.DoubleType, false)
                    .add("sentiment", DataTypes.DoubleType, false)
                    .add("weighted_sentiment", DataTypes.DoubleType, false)
                    .add("positive", DataTypes.LongType, false)
                    .add("negative", DataTypes.LongType, false)
                    .add("sources", DataTypes.LongType, false)
                    .add("first_at", DataTypes.TimestampType, false)
                    .add("last_at", DataTypes.TimestampType, false),
            List.of(ResultTable.DATE, "symbol"));

    private static final String EVERYTHING = "*";

    private NewsDaily() {}

    /**
     * The rows of every date given.
     *
     * @param stories rows of {@link Stories#SCHEMA}
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> stories) {
        FlatMapFunction<Row, Row> shares = NewsDaily::shares;
        FlatMapGroupsFunction<Tuple2<Long, String>, Row, Row> day = (key, rows) -> day(rows);
        return StoryGroups.flatMap(stories, shares, day, TABLE.schema());
    }

    private static Iterator<Row> shares(Row story) {
        List<Row> shares = new ArrayList<>();
        shares.add(share(story, EVERYTHING, 1));
        List<String> symbols = story.getList(7);
        List<Double> relevances = story.getList(8);
        for (int i = 0; i < symbols.size(); i++) {
            shares.add(share(story, symbols.get(i), relevances.get(i)));
        }
        return shares.iterator();
    }

    private static Row share(Row story, String symbol, double relevance) {
        return RowFactory.create(
                story.get(0),
                symbol,
                relevance,
                story.getDouble(6),
                story.getString(5),
                story.get(3),
                story.get(1),
                story.get(2));
    }

    private static Iterator<Row> day(Iterator<Row> byTime) {
        List<Row> shares = new ArrayList<>();
        byTime.forEachRemaining(shares::add);
        var mood = new Mood();
        Set<String> sources = new HashSet<>();
        long relevant = 0;
        for (Row share : shares) {
            double relevance = share.getDouble(StoryGroups.RELEVANCE);
            mood.add(share.getDouble(StoryGroups.SENTIMENT), relevance);
            relevant += relevance >= Relevance.RELEVANT ? 1 : 0;
            sources.add(share.getString(StoryGroups.SOURCE));
        }
        sources.remove("");
        Row first = shares.get(0);
        return List.of(RowFactory.create(
                        first.get(0),
                        first.get(StoryGroups.NAME),
                        mood.stories(),
                        relevant,
                        mood.weight(),
                        mood.mean(),
                        mood.weightedMean(),
                        mood.positive(),
                        mood.negative(),
                        (long) sources.size(),
                        first.get(StoryGroups.PUBLISHED_AT),
                        shares.get(shares.size() - 1).get(StoryGroups.PUBLISHED_AT)))
                .iterator();
    }
}
