package io.tidemark.speed.store;

import io.tidemark.speed.bars.LateTrades;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of counts of late trades as one statement. A count gives way to a greater one only. */
final class LateTradeUpsert implements JdbcQueryStatement<List<LateTrades>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.late_trades AS known (symbol, bucket, trades)
            SELECT symbol, at(bucket), trades
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS fresh (symbol, bucket, trades)
            ON CONFLICT (symbol, bucket) DO UPDATE SET trades = excluded.trades, updated_at = clock_timestamp()
            WHERE excluded.trades > known.trades
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<LateTrades> late) throws SQLException {
        var columns = new ArrayParameters<>(statement, late);
        columns.texts(LateTrades::symbol);
        columns.longs(LateTrades::minute);
        columns.longs(LateTrades::trades);
    }
}
