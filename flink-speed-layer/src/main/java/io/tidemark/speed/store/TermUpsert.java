package io.tidemark.speed.store;

import io.tidemark.speed.news.terms.TrendingTerm;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of trending terms as one statement. A row gives way to one of a greater revision only. */
final class TermUpsert implements JdbcQueryStatement<List<TrendingTerm>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.news_terms AS known (width, bucket, term, words, items, score, revision)
            SELECT width, at(bucket), term, words, items, score, revision
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::float8[], ?::bigint[])
                AS fresh (width, bucket, term, words, items, score, revision)
            ON CONFLICT (width, bucket, term) DO UPDATE
            SET words = excluded.words, items = excluded.items, score = excluded.score, revision = excluded.revision,
                updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<TrendingTerm> terms) throws SQLException {
        var columns = new ArrayParameters<>(statement, terms);
        columns.texts(TrendingTerm::width);
        columns.longs(TrendingTerm::bucket);
        columns.texts(TrendingTerm::term);
        columns.longs(TrendingTerm::words);
        columns.longs(TrendingTerm::items);
        columns.doubles(TrendingTerm::score);
        columns.longs(TrendingTerm::revision);
    }
}
