package io.tidemark.speed.store;

import io.tidemark.speed.gap.ObservedGap;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A feed gap. The same gap, told again, only ever gets a later end. */
final class FeedGapUpsert implements JdbcQueryStatement<ObservedGap> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.feed_gaps AS known (feed, started_at, ended_at, symbols, reason)
            VALUES (?, ?, ?, string_to_array(?, chr(31)), ?)
            ON CONFLICT (feed, started_at) DO UPDATE
            SET ended_at = excluded.ended_at, symbols = excluded.symbols, reason = excluded.reason,
                updated_at = clock_timestamp()
            WHERE excluded.ended_at > known.ended_at
            """;

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, ObservedGap gap) throws SQLException {
        int parameter = 0;
        statement.setString(++parameter, gap.feed());
        statement.setTimestamp(++parameter, new Timestamp(gap.from()));
        statement.setTimestamp(++parameter, new Timestamp(gap.to()));
        statement.setString(++parameter, gap.symbols());
        statement.setString(++parameter, gap.reason());
    }
}
