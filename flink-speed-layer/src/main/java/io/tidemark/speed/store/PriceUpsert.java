package io.tidemark.speed.store;

import io.tidemark.speed.price.LastPrice;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of last prices as one statement. A row gives way to one that is as late or later in event time only. */
final class PriceUpsert implements JdbcQueryStatement<List<LastPrice>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.last_price AS known (symbol, price, trade_time, kafka_partition, kafka_offset, session,
                session_open, previous_close, last_received_at)
            SELECT symbol, price, at(trade_time), kafka_partition, kafka_offset, DATE '1970-01-01' + session::integer,
                session_open, previous_close, at(last_received_at)
            FROM unnest(?::text[], ?::float8[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::float8[],
                ?::float8[], ?::bigint[])
                AS fresh (symbol, price, trade_time, kafka_partition, kafka_offset, session, session_open,
                    previous_close, last_received_at)
            ON CONFLICT (symbol) DO UPDATE
            SET price = excluded.price, trade_time = excluded.trade_time, kafka_partition = excluded.kafka_partition,
                kafka_offset = excluded.kafka_offset, session = excluded.session,
                session_open = excluded.session_open,
                -- A job that began later than the one before it may not have seen the previous session.
                previous_close = coalesce(excluded.previous_close,
                    CASE WHEN known.session = excluded.session THEN known.previous_close END),
                last_received_at = excluded.last_received_at, updated_at = clock_timestamp()
            WHERE (excluded.trade_time, excluded.kafka_partition, excluded.kafka_offset)
               >= (known.trade_time, known.kafka_partition, known.kafka_offset)
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<LastPrice> prices) throws SQLException {
        var columns = new ArrayParameters<>(statement, prices);
        columns.texts(LastPrice::symbol);
        columns.doubles(LastPrice::price);
        columns.longs(LastPrice::tradeTime);
        columns.longs(LastPrice::partition);
        columns.longs(LastPrice::offset);
        columns.longs(LastPrice::session);
        columns.doubles(LastPrice::sessionOpen);
        columns.doubles(LastPrice::previousClose);
        columns.longs(LastPrice::receivedAt);
    }
}
