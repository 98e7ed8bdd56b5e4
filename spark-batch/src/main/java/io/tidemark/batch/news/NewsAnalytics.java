package io.tidemark.batch.news;

import io.tidemark.batch.table.ResultTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The result tables that are made of news. */
public final class NewsAnalytics {
    /**
     * Version of how news is read and of the lists of words and companies that it is read with: part of what the tables are
     * a function of. To be changed with either.
     */
    public static final String METHOD = "news-1";

    private NewsAnalytics() {}

    /**
     * All tables of news.
     *
     * @param stories of a date, rows of {@link Stories#SCHEMA}
     * @param minutes one-minute bars of the date, rows of {@link io.tidemark.batch.table.BarSchema}
     * @return each table with its rows, which are in no order
     */
    public static Map<ResultTable, Dataset<Row>> of(Dataset<Row> stories, Dataset<Row> minutes) {
        Dataset<Row> returns = NewsReturns.of(stories, minutes);
        Map<ResultTable, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put(NewsDaily.TABLE, NewsDaily.of(stories));
        tables.put(NewsSources.TABLE, NewsSources.of(stories));
        tables.put(NewsReturns.TABLE, returns);
        tables.put(NewsReaction.TABLE, NewsReaction.of(returns));
        return Collections.unmodifiableMap(tables);
    }
}
