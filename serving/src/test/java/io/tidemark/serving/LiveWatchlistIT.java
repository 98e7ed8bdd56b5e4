package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.publish;
import static io.tidemark.serving.TestDatabase.stage;
import static io.tidemark.serving.TestDatabase.startRun;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes while the market moves, and what changed since a moment. */
@SuppressWarnings("NullAway.Init")
class LiveWatchlistIT {
    private static final String QUOTE =
            "SELECT last, to_char(last_time AT TIME ZONE 'UTC', 'HH24:MI:SS'), previous_close,"
                    + " change, volume, array_length(sparkline, 1), layer FROM serving.watchlist";
    private static final String CHANGES =
            "SELECT symbol, to_char(changed_from AT TIME ZONE 'UTC', 'HH24:MI'), updated_at"
                    + " FROM serving.changes_since('%s') ORDER BY symbol";

    private static TestDatabase database;

    private Connection batch;
    private Connection speed;
    private Connection owner;
    private Connection reader;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        batch = database.as(ServingRole.BATCH_WRITER);
        speed = database.as(ServingRole.SPEED_WRITER);
        owner = database.asOwner();
        reader = database.as(ServingRole.DASHBOARD_READER);
        execute(owner, "SET TIME ZONE 'UTC'");
        execute(reader, "SET TIME ZONE 'UTC'");
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, speed.bars_1m, speed.last_price CASCADE");
    }

    @AfterEach
    void disconnect() throws SQLException {
        batch.close();
        speed.close();
        owner.close();
        reader.close();
    }

    private void live(String symbol, String minute, double price) throws SQLException {
        execute(
                speed,
                "INSERT INTO speed.bars_1m VALUES ('%s', '%s', %s, %3$s, %3$s, %3$s, 10, %3$s, 1, 1, 0, '%2$s', '%2$s', '%2$s', 1, false)"
                        .formatted(symbol, minute, price));
    }

    private void price(String symbol, String at, double price, String previousClose) throws SQLException {
        execute(speed, """
                INSERT INTO speed.last_price (symbol, price, trade_time, kafka_partition, kafka_offset, session, session_open,
                    previous_close, last_received_at)
                VALUES ('%s', %s, '%s', 0, 1, ('%3$s'::timestamptz AT TIME ZONE 'UTC')::date, 2, %s, '%3$s')
                """.formatted(symbol, price, at, previousClose));
    }

    /** Minutes of AAPL from 14:00 on 2013-10-07 at a price of 1, covered until 15:00. */
    private void published(int minutes) throws SQLException {
        long run = startRun(batch, "any");
        stage(batch, run, minutes, 1.0);
        publish(batch, run, minutes);
    }

    @Test
    void a_symbol_that_only_the_speed_layer_has_is_listed() throws SQLException {
        live("NEW", "2013-10-07 14:00Z", 3);
        live("NEW", "2013-10-07 14:01Z", 4);
        price("NEW", "2013-10-07 14:01:30Z", 5, "null");

        assertThat(texts(reader, QUOTE)).containsExactly("5|14:01:30|2|3|20|2|speed");
    }

    @Test
    void a_price_without_any_trade_is_a_quote_without_volume() throws SQLException {
        price("OANDA:EUR_USD", "2013-10-07 14:01:30Z", 1.25, "null");
        execute(speed, "UPDATE speed.last_price SET session_open = null");

        assertThat(texts(reader, QUOTE.replace("previous_close, change", "sparkline, change_percent")))
                .containsExactly("1.25|14:01:30|{}|null|0|null|speed");
    }

    @Test
    void the_session_is_compared_with_the_date_before_it_whichever_layer_has_that() throws SQLException {
        live("AAPL", "2013-10-06 23:59Z", 7);
        live("AAPL", "2013-10-07 14:00Z", 8);
        price("AAPL", "2013-10-07 14:00:30Z", 9, "100");
        assertThat(texts(reader, QUOTE)).containsExactly("9|14:00:30|7|2|10|2|speed");
    }

    @Test
    void a_live_price_that_is_older_than_the_batchs_last_minute_gives_way() throws SQLException {
        published(60);
        execute(
                owner,
                "INSERT INTO batch.bars VALUES ('AAPL', '1d', '2013-10-07Z', 1, 1, 1, 1, 600, 1, 60, 60, 0, '2013-10-07 14:00Z', '2013-10-07 14:59Z', 1)");
        price("AAPL", "2013-10-07 14:58:59Z", 9, "null");
        assertThat(texts(reader, QUOTE.replace("volume, ", ""))).containsExactly("1|14:59:00|1|0|60|batch");

        execute(speed, "UPDATE speed.last_price SET trade_time = '2013-10-07 14:59:30Z'");
        assertThat(texts(reader, QUOTE.replace("volume, ", ""))).containsExactly("9|14:59:30|1|8|60|speed");
    }

    @Test
    void changes_name_the_symbol_and_the_earliest_minute_to_read_again() throws SQLException {
        live("AAPL", "2013-10-07 14:00Z", 1);
        live("AAPL", "2013-10-07 14:01Z", 1);
        live("AAPL", "2013-10-07 14:02Z", 1);
        live("IBM", "2013-10-07 14:02Z", 1);
        price("EUR", "2013-10-07 14:02Z", 1, "null");
        execute(owner, "UPDATE speed.bars_1m SET updated_at = '2013-10-07 14:02:30Z'");
        execute(owner, "UPDATE speed.last_price SET updated_at = '2013-10-07 14:02:40Z'");
        assertThat(texts(reader, CHANGES.formatted("2013-10-07 14:03Z"))).isEmpty();

        execute(owner, "UPDATE speed.bars_1m SET updated_at = '2013-10-07 14:05Z' WHERE bucket = '2013-10-07 14:01Z'");
        execute(owner, "UPDATE speed.last_price SET updated_at = '2013-10-07 14:06Z'");
        assertThat(texts(reader, CHANGES.formatted("2013-10-07 14:03Z")))
                .containsExactly("AAPL|14:01|2013-10-07 14:05:00+00", "EUR|null|2013-10-07 14:06:00+00");
    }

    @Test
    void a_change_is_told_again_within_two_seconds_lest_one_be_missed() throws SQLException {
        live("AAPL", "2013-10-07 14:00Z", 1);
        execute(owner, "UPDATE speed.bars_1m SET updated_at = '2013-10-07 14:02:30Z'");

        assertThat(texts(reader, CHANGES.formatted("2013-10-07 14:02:31.9Z"))).hasSize(1);
        assertThat(texts(reader, CHANGES.formatted("2013-10-07 14:02:32Z"))).isEmpty();
    }
}
