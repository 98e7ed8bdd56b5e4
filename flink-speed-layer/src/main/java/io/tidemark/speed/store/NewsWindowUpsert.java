package io.tidemark.speed.store;

import io.tidemark.speed.news.window.NewsWindow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of counts of news as one statement. A row gives way to one of a greater revision only. */
final class NewsWindowUpsert implements JdbcQueryStatement<List<NewsWindow>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.news_windows AS known (dimension, name, width, bucket, items, weight, sentiment,
                weighted_sentiment, positive, negative, revision, closed)
            SELECT dimension, name, width, at(bucket), items, weight, sentiment, weighted_sentiment, positive, negative,
                revision, closed
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::float8[], ?::float8[], ?::float8[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[])
                AS fresh (dimension, name, width, bucket, items, weight, sentiment, weighted_sentiment, positive, negative,
                    revision, closed)
            ON CONFLICT (dimension, name, width, bucket) DO UPDATE
            SET items = excluded.items, weight = excluded.weight, sentiment = excluded.sentiment, weighted_sentiment =
                excluded.weighted_sentiment, positive = excluded.positive, negative = excluded.negative, revision =
                excluded.revision, closed = known.closed OR excluded.closed, updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision
               OR (excluded.revision = known.revision AND excluded.closed AND NOT known.closed)
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<NewsWindow> windows) throws SQLException {
        var columns = new ArrayParameters<>(statement, windows);
        columns.texts(NewsWindow::dimension);
        columns.texts(NewsWindow::name);
        columns.texts(NewsWindow::width);
        columns.longs(NewsWindow::bucket);
        columns.longs(NewsWindow::items);
        columns.doubles(NewsWindow::weight);
        columns.doubles(NewsWindow::sentiment);
        columns.doubles(NewsWindow::weightedSentiment);
        columns.longs(NewsWindow::positive);
        columns.longs(NewsWindow::negative);
        columns.longs(NewsWindow::revision);
        columns.booleans(NewsWindow::closed);
    }
}
