package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.publish;
import static io.tidemark.serving.TestDatabase.stage;
import static io.tidemark.serving.TestDatabase.startRun;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every publication says how far the speed layer was right. The batch publishes AAPL from 14:00 with its boundary at 15:00. */
@SuppressWarnings("NullAway.Init")
class ReconciliationIT {
    private static final String COUNTS =
            "SELECT symbol, equal, different, only_batch, only_speed, unseen, with_late_trades FROM serving.reconciliation";
    private static final String LARGEST = "SELECT round(largest_difference::numeric, 6), largest_field,"
            + " to_char(largest_bucket AT TIME ZONE 'UTC', 'HH24:MI') FROM serving.reconciliation";
    private static final String MINUTES =
            "SELECT to_char(bucket AT TIME ZONE 'UTC', 'HH24:MI'), verdict, field, difference,"
                    + " late_trades, batch_close, speed_close, batch_trades, speed_trades"
                    + " FROM serving.reconciliation_minutes('2013-10-07', 'AAPL')";

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
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, batch.stage_bars,"
                        + " batch.stage_hour_counts, batch.reconciled_dates, batch.reconciliation, speed.bars_1m,"
                        + " speed.late_trades");
    }

    @AfterEach
    void disconnect() throws SQLException {
        batch.close();
        speed.close();
        owner.close();
        reader.close();
    }

    /** Live minutes as {@link TestDatabase#stage} makes settled ones. */
    private void live(String symbol, String from, int bars, double price) throws SQLException {
        execute(speed, """
                INSERT INTO speed.bars_1m
                SELECT '%s', b, %4$s, %4$s, %4$s, %4$s, 10, %4$s, 1, 1, 0, b, b, b, 1, true
                FROM generate_series(0, %3$d - 1) n,
                     LATERAL (SELECT '2013-10-07 %2$sZ'::timestamptz + n * interval '1 minute' b) t
                """.formatted(symbol, from, bars, price));
    }

    /** Publishes minutes of AAPL from 14:00. */
    private long published(int bars) throws SQLException {
        long run = startRun(batch, "any");
        stage(batch, run, bars, 1.0);
        assertThat(publish(batch, run, bars)).isTrue();
        return run;
    }

    @Test
    void minutes_that_agree_are_equal_and_nothing_else_is_said() throws SQLException {
        live("AAPL", "14:00", 60, 1.0);
        long run = published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|60|0|0|0|0|0");
        assertThat(texts(reader, LARGEST)).containsExactly("null|null|null");
        assertThat(texts(reader, MINUTES)).isEmpty();
        assertThat(
                        texts(
                                reader,
                                "SELECT dt, run_id, conditions, speed_until - speed_from, forgotten_at FROM serving.reconciliation"))
                .containsExactly("2013-10-07|" + run + "|none|01:00:00|null");
    }

    @Test
    void volume_and_vwap_may_differ_by_rounding_and_prices_and_counts_by_nothing() throws SQLException {
        live("AAPL", "14:00", 6, 1.0);
        execute(owner, "UPDATE speed.bars_1m SET volume = 10.000000009 WHERE bucket = '2013-10-07 14:00Z'");
        execute(owner, "UPDATE speed.bars_1m SET vwap = 1.00000001 WHERE bucket = '2013-10-07 14:01Z'");
        execute(owner, "UPDATE speed.bars_1m SET open = 0.999999999999999 WHERE bucket = '2013-10-07 14:02Z'");
        execute(owner, "UPDATE speed.bars_1m SET eligible_trades = 0 WHERE bucket = '2013-10-07 14:03Z'");
        execute(owner, "UPDATE speed.bars_1m SET close = null WHERE bucket = '2013-10-07 14:04Z'");
        published(6);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|2|4|0|0|0|0");
        assertThat(texts(reader, MINUTES + " WHERE difference > 1 OR difference IS NULL"))
                .containsExactly("14:03|different|null|null|0|1|1|1|1", "14:04|different|close|10000|0|1|null|1|1");
    }

    @Test
    void the_largest_difference_is_named_with_its_minute_and_figure() throws SQLException {
        live("AAPL", "14:00", 60, 1.0);
        execute(owner, "UPDATE speed.bars_1m SET high = 1.01 WHERE bucket = '2013-10-07 14:10Z'");
        execute(owner, "UPDATE speed.bars_1m SET volume = 9, trades = 2 WHERE bucket = '2013-10-07 14:20Z'");
        published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|58|2|0|0|0|0");
        assertThat(texts(reader, LARGEST)).containsExactly("1000.000000|volume|14:20");
    }

    @Test
    void late_trades_explain_what_the_speed_layer_lacks() throws SQLException {
        live("AAPL", "14:00", 60, 1.0);
        execute(owner, "DELETE FROM speed.bars_1m WHERE bucket = '2013-10-07 14:30Z'");
        execute(owner, "UPDATE speed.bars_1m SET trades = 2 WHERE bucket = '2013-10-07 14:40Z'");
        execute(speed, "INSERT INTO speed.late_trades VALUES ('AAPL', '2013-10-07 14:30Z', 3)");
        published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|58|1|1|0|0|1");
        assertThat(texts(reader, MINUTES))
                .containsExactly("14:30|only_batch|null|null|3|1|null|1|null", "14:40|different|null|null|0|1|1|1|2");
    }

    @Test
    void without_a_speed_layer_every_minute_is_unseen() throws SQLException {
        published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|0|0|0|0|60|0");
        assertThat(texts(reader, "SELECT speed_from, speed_until FROM serving.reconciliation"))
                .containsExactly("null|null");
        assertThat(texts(reader, MINUTES)).isEmpty();
    }

    @Test
    void minutes_before_and_after_the_speed_layer_was_at_work_are_unseen_and_holes_are_not() throws SQLException {
        live("AAPL", "14:10", 5, 1.0);
        // It was at work until 14:30, says another symbol.
        live("IBM", "14:30", 1, 1.0);
        published(60);

        assertThat(texts(reader, COUNTS + " ORDER BY symbol")).containsExactly("AAPL|5|0|16|0|39|0", "IBM|0|0|0|1|0|0");
        assertThat(number(reader, "SELECT count(*) FROM serving.reconciliation_minutes('2013-10-07', 'IBM')"))
                .isOne();
    }

    @Test
    void minutes_at_and_above_the_boundary_are_not_compared() throws SQLException {
        live("AAPL", "14:50", 60, 2.0);
        published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|0|10|0|0|50|0");
        assertThat(texts(
                        reader,
                        "SELECT to_char(compared_until AT TIME ZONE 'UTC', 'HH24:MI'),"
                                + " to_char(speed_until AT TIME ZONE 'UTC', 'HH24:MI') FROM serving.reconciliation"))
                .containsExactly("15:00|15:50");
    }

    @Test
    void a_later_publication_replaces_the_comparison() throws SQLException {
        live("AAPL", "14:00", 60, 2.0);
        published(60);
        execute(owner, "UPDATE speed.bars_1m SET open = 1, high = 1, low = 1, close = 1, vwap = 1");
        long run = published(59);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|59|0|0|1|0|0");
        assertThat(texts(batch, "SELECT run_id FROM batch.reconciled_dates")).containsExactly(Long.toString(run));
    }

    @Test
    void a_comparison_that_fails_is_told_and_the_date_is_published_all_the_same() throws SQLException {
        live("AAPL", "14:00", 60, 1.0);
        long compared = published(60);
        live("AAPL", "15:00", 1, 1.0);
        execute(owner, "ALTER TABLE batch.reconciliation ADD CONSTRAINT nothing_fits CHECK (equal < 0) NOT VALID");
        try (Statement statement = batch.createStatement()) {
            long run = startRun(batch, "any");
            stage(batch, run, 59, 1.0);
            statement.execute(
                    "SELECT batch.publish_run(%d, 59, '2013-10-07 15:00Z', 1, 100, 59, 59, 0, 0)".formatted(run));

            assertThat(statement.getWarnings().getMessage())
                    .contains("run " + run + " of 2013-10-07 is published, but was not compared")
                    .contains("nothing_fits")
                    .endsWith("(23514)");
            assertThat(texts(batch, "SELECT run_id FROM batch.coverage")).containsExactly(Long.toString(run));
        } finally {
            execute(owner, "ALTER TABLE batch.reconciliation DROP CONSTRAINT nothing_fits");
        }
        assertThat(number(owner, "SELECT count(*) FROM batch.bars")).isEqualTo(59);
        assertThat(texts(reader, COUNTS)).as("as before").containsExactly("AAPL|60|0|0|0|0|0");
        assertThat(texts(reader, "SELECT run_id FROM serving.reconciliation")).containsExactly(Long.toString(compared));
    }

    @Test
    void a_comparison_outlives_the_speed_rows_that_it_is_about() throws SQLException {
        live("AAPL", "14:00", 60, 1.0);
        long run = published(60);
        execute(owner, "TRUNCATE speed.bars_1m");
        published(60);

        assertThat(texts(reader, COUNTS)).containsExactly("AAPL|60|0|0|0|0|0");
        assertThat(texts(reader, "SELECT run_id FROM serving.reconciliation")).containsExactly(Long.toString(run));
    }
}
