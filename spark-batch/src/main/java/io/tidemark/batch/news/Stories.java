package io.tidemark.batch.news;

import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.newsanalysis.link.SymbolLink;
import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The stories of a date as a dataset. They are read here, on the driver: there are thousands a day, not millions. */
public final class Stories {
    /**
     * A story a row. {@code sentiment} is in [-1, 1]; {@code symbols} are all that it is linked to, with the
     * {@code relevances}, in (0, 1], at the same places.
     */
    public static final StructType SCHEMA = new StructType()
            .add(ResultTable.DATE, DataTypes.DateType, false)
            .add("feed", DataTypes.StringType, false)
            .add("id", DataTypes.StringType, false)
            .add("published_at", DataTypes.TimestampType, false)
            .add("headline", DataTypes.StringType, false)
            .add("source", DataTypes.StringType, false)
            .add("sentiment", DataTypes.DoubleType, false)
            .add("symbols", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("relevances", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

    private Stories() {}

    /**
     * Reads and understands a date's news.
     *
     * @param news what has landed of it; without files there are no stories
     * @throws IOException when a file is not what its manifest says; the message names it
     */
    public static Dataset<Row> load(SparkSession session, DateInput news) throws IOException {
        return session.createDataFrame(rows(news), SCHEMA);
    }

    /** The same as rows, by feed and id. */
    static List<Row> rows(DateInput news) throws IOException {
        if (news.files().isEmpty()) {
            return List.of();
        }
        List<NewsRow> landed = new ArrayList<>();
        for (InputFile file : news.files()) {
            landed.addAll(NewsFile.read(file));
        }
        return new StoryReading()
                .stories(landed).stream().map(story -> row(news.date(), story)).toList();
    }

    private static Row row(LocalDate date, Story story) {
        return RowFactory.create(
                Date.valueOf(date),
                story.feed(),
                story.id(),
                new Timestamp(story.publishedAt()),
                story.headline(),
                story.source(),
                story.sentiment(),
                story.links().stream().map(SymbolLink::symbol).toArray(String[]::new),
                story.links().stream().map(SymbolLink::relevance).toArray(Double[]::new));
    }
}
