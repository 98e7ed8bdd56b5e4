package io.tidemark.speed.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serving.ServingDatabase;
import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.fixture.SpeedTables;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the statements do to rows that are there: a replay changes nothing. */
@SuppressWarnings("NullAway.Init")
class GuardedUpsertsIT {
    private static final long MINUTE = 1_795_458_000_000L;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start();
        ServingDatabase.of(database.dataSource()).migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static <T> void write(JdbcQueryStatement<T> upsert, T rows) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert.query())) {
            upsert.statement(statement, rows);
            statement.executeUpdate();
        }
    }

    private static String value(String sql) throws SQLException {
        return new SpeedTables(database.dataSource()).value(sql);
    }

    private static void late(String symbol, long... totals) throws SQLException {
        for (long total : totals) {
            write(new LateTradeUpsert(), List.of(new LateTrades(symbol, MINUTE, total)));
        }
    }

    private static void gap(String feed, String symbols, long endAfter, String reason) throws SQLException {
        write(new FeedGapUpsert(), new ObservedGap(feed, symbols, MINUTE, MINUTE + endAfter, reason));
    }

    @Test
    void a_count_of_late_trades_only_grows() throws Exception {
        late("AAPL", 1, 2, 3, 1, 2);
        late("IBM", 5, 1);
        assertThat(value("SELECT string_agg(symbol || trades, ' ' ORDER BY symbol) FROM speed.late_trades"))
                .isEqualTo("AAPL3 IBM5");
        assertThat(value("SELECT extract(epoch FROM bucket)::bigint * 1000 FROM speed.late_trades LIMIT 1"))
                .isEqualTo(Long.toString(MINUTE));
    }

    @Test
    void a_gap_has_the_latest_end_that_was_told() throws Exception {
        String row = "SELECT (extract(epoch FROM ended_at - started_at) * 1000)::bigint || ' ' || symbols::text || ' '"
                + " || reason FROM speed.feed_gaps WHERE feed = 'finnhub'";
        gap("finnhub", "AAPL" + ObservedGap.SEPARATOR + "BINANCE:BTCUSDT", 1_500, "closed");
        gap("finnhub", "AAPL", 500, "older");
        gap("finnhub", "AAPL", 1_500, "again");
        assertThat(value(row)).isEqualTo("1500 {AAPL,BINANCE:BTCUSDT} closed");
        gap("finnhub", "", 9_000, "still away");
        assertThat(value(row)).isEqualTo("9000 {} still away");
    }
}
