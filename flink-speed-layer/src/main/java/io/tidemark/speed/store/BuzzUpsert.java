package io.tidemark.speed.store;

import io.tidemark.speed.news.buzz.SymbolBuzz;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of comparisons as one statement. A row gives way to one of a greater revision only. */
final class BuzzUpsert implements JdbcQueryStatement<List<SymbolBuzz>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.news_buzz AS known (symbol, bucket, items, expected, deviation, z_score, samples, revision)
            SELECT symbol, at(bucket), items, expected, deviation, z_score, samples, revision
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::float8[], ?::float8[], ?::float8[], ?::bigint[],
                ?::bigint[])
                AS fresh (symbol, bucket, items, expected, deviation, z_score, samples, revision)
            ON CONFLICT (symbol, bucket) DO UPDATE
            SET items = excluded.items, expected = excluded.expected, deviation = excluded.deviation, z_score =
                excluded.z_score, samples = excluded.samples, revision = excluded.revision, updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<SymbolBuzz> rows) throws SQLException {
        var columns = new ArrayParameters<>(statement, rows);
        columns.texts(SymbolBuzz::symbol);
        columns.longs(SymbolBuzz::bucket);
        columns.longs(SymbolBuzz::items);
        columns.doubles(SymbolBuzz::expected);
        columns.doubles(SymbolBuzz::deviation);
        columns.doubles(SymbolBuzz::zScore);
        columns.longs(SymbolBuzz::samples);
        columns.longs(SymbolBuzz::revision);
    }
}
