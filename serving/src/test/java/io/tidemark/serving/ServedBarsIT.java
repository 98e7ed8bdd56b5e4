package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the dashboard gets to see of bars that were published. */
@SuppressWarnings("NullAway.Init")
class ServedBarsIT {
    private static TestDatabase database;
    private static Connection reader;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = TestDatabase.migrated();
        reader = database.as(ServingRole.DASHBOARD_READER);
        try (Connection owner = database.asOwner()) {
            bar(owner, "AAPL", "1d", "2013-10-04 00:00Z", "100", "90");
            bar(owner, "AAPL", "1m", "2013-10-04 19:59Z", "91", "90");
            bar(owner, "AAPL", "1d", "2013-10-07 00:00Z", "101", "99");
            // 70 minutes, the prices counting up; the last one has none, because no trade of it was eligible.
            for (int minute = 0; minute < 70; minute++) {
                String price = minute == 69 ? "null" : Integer.toString(minute);
                bar(
                        owner,
                        "AAPL",
                        "1m",
                        "2013-10-07 %02d:%02dZ".formatted(14 + minute / 60, minute % 60),
                        price,
                        price);
            }
            bar(owner, "NEW", "1d", "2013-10-07 00:00Z", "8", "10");
            bar(owner, "NEW", "1m", "2013-10-07 14:00Z", "8", "10");
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        reader.close();
        database.close();
    }

    private static void bar(Connection owner, String symbol, String interval, String bucket, String open, String close)
            throws SQLException {
        execute(owner, """
                INSERT INTO batch.bars VALUES ('%s', '%s', '%s', %s, greatest(%4$s, %5$s)::float8, least(%4$s, %5$s)::float8, %5$s, 10, 1.5, 3, 2, 1,
                    '%3$s', '%3$s'::timestamptz + interval '30 seconds', 1)
                """.formatted(symbol, interval, bucket, open, close));
    }

    @Test
    void bars_come_in_order_from_the_first_instant_up_to_but_not_including_the_last() throws SQLException {
        assertThat(
                        texts(
                                reader,
                                "SELECT to_char(bucket AT TIME ZONE 'UTC', 'HH24:MI'), open, volume, vwap, trades, eligible_trades,"
                                        + " late_trades, layer FROM serving.bars('AAPL', '1m', '2013-10-07 14:02Z', '2013-10-07 14:04Z')"))
                .containsExactly("14:02|2|10|1.5|3|2|1|batch", "14:03|3|10|1.5|3|2|1|batch");
    }

    @Test
    void a_null_bound_is_no_bound() throws SQLException {
        assertThat(texts(reader, "SELECT count(*) FROM serving.bars('AAPL', '1m', null, null)"))
                .containsExactly("71");
    }

    @Test
    void a_bar_without_an_eligible_trade_is_served_without_prices() throws SQLException {
        assertThat(
                        texts(
                                reader,
                                "SELECT open, high, low, close, volume FROM serving.bars('AAPL', '1m', '2013-10-07 15:09Z', null)"))
                .containsExactly("null|null|null|null|10");
    }

    @Test
    void an_unknown_interval_is_an_error_that_names_the_known_ones() {
        assertThatThrownBy(() -> texts(reader, "SELECT * FROM serving.bars('AAPL', '2m', null, null)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no bars of interval '2m'")
                .hasMessageContaining("1m, 5m, 15m, 1h, 1d");
    }

    @Test
    void the_watchlist_compares_with_the_previous_dates_close() throws SQLException {
        assertThat(
                        texts(
                                reader,
                                "SELECT last, to_char(last_time AT TIME ZONE 'UTC', 'HH24:MI:SS'), previous_close, change,"
                                        + " round(change_percent::numeric, 2), volume FROM serving.watchlist WHERE symbol = 'AAPL'"))
                .containsExactly("68|15:08:30|90|-22|-24.44|10");
    }

    @Test
    void the_watchlist_compares_with_the_open_on_a_symbols_first_date() throws SQLException {
        assertThat(
                        texts(
                                reader,
                                "SELECT last, previous_close, change, change_percent, sparkline FROM serving.watchlist WHERE symbol = 'NEW'"))
                .containsExactly("10|8|2|25|{10}");
    }

    @Test
    void the_sparkline_holds_the_last_sixty_closes_oldest_first() throws SQLException {
        assertThat(
                        texts(
                                reader,
                                "SELECT array_length(sparkline, 1), sparkline[1], sparkline[60] FROM serving.watchlist WHERE symbol = 'AAPL'"))
                .containsExactly("60|9|68");
    }
}
