package io.tidemark.speed.store;

import io.tidemark.speed.bars.LiveBar;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of live bars as one statement: each column an array. A row gives way to one of a greater revision only. */
final class BarUpsert implements JdbcQueryStatement<List<LiveBar>> {
    private static final long serialVersionUID = 1L;

    /** Rows are inserted, and so locked, in the order of the arrays. */
    private static final String SQL = """
            INSERT INTO speed.bars_1m AS known (symbol, bucket, open, high, low, close, volume, vwap, trades,
                eligible_trades, late_trades, first_trade_time, last_trade_time, last_received_at, revision, closed)
            SELECT symbol, at(bucket), open, high, low, close, volume, vwap, trades, eligible_trades, late_trades,
                at(first_trade_time), at(last_trade_time), at(last_received_at), revision, closed
            FROM unnest(?::text[], ?::bigint[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[],
                ?::float8[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::boolean[])
                AS fresh (symbol, bucket, open, high, low, close, volume, vwap, trades, eligible_trades, late_trades,
                    first_trade_time, last_trade_time, last_received_at, revision, closed)
            ON CONFLICT (symbol, bucket) DO UPDATE
            SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume, vwap = excluded.vwap, trades = excluded.trades,
                eligible_trades = excluded.eligible_trades, late_trades = excluded.late_trades,
                first_trade_time = excluded.first_trade_time, last_trade_time = excluded.last_trade_time,
                last_received_at = excluded.last_received_at, revision = excluded.revision,
                closed = known.closed OR excluded.closed, updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision
               OR (excluded.revision = known.revision AND excluded.closed AND NOT known.closed)
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<LiveBar> bars) throws SQLException {
        var columns = new ArrayParameters<>(statement, bars);
        columns.texts(LiveBar::symbol);
        columns.longs(LiveBar::bucket);
        columns.doubles(LiveBar::open);
        columns.doubles(LiveBar::high);
        columns.doubles(LiveBar::low);
        columns.doubles(LiveBar::close);
        columns.doubles(LiveBar::volume);
        columns.doubles(LiveBar::vwap);
        columns.longs(LiveBar::trades);
        columns.longs(LiveBar::eligibleTrades);
        columns.longs(LiveBar::lateTrades);
        columns.longs(LiveBar::firstTradeTime);
        columns.longs(LiveBar::lastTradeTime);
        columns.longs(LiveBar::lastReceivedAt);
        columns.longs(LiveBar::revision);
        columns.booleans(LiveBar::closed);
    }
}
