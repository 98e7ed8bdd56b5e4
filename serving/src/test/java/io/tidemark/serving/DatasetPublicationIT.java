package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.DATE;
import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.stage;
import static io.tidemark.serving.TestDatabase.startRun;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Datasets beside bars are published with them: all of a run or nothing. Two made-up ones stand for those of the batch. */
@SuppressWarnings("NullAway.Init")
class DatasetPublicationIT {
    private static final LocalDate NEXT = DATE.plusDays(1);

    private static TestDatabase database;

    private Connection writer;
    private Connection owner;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = TestDatabase.migrated();
        try (Connection connection = database.asOwner()) {
            for (String name : new String[] {"sample_daily", "sample_trend"}) {
                execute(
                        connection,
                        "CREATE TABLE batch." + name + " (dt date, symbol text, value double precision, run_id bigint,"
                                + " PRIMARY KEY (dt, symbol))");
            }
            execute(connection, "SELECT batch.register_dataset('sample_daily', 'date')");
            execute(connection, "SELECT batch.register_dataset('sample_trend', 'history')");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        writer = database.as(ServingRole.BATCH_WRITER);
        owner = database.asOwner();
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, batch.stage_bars,"
                        + " batch.stage_hour_counts, batch.sample_daily, batch.sample_trend, batch.stage_sample_daily,"
                        + " batch.stage_sample_trend");
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
        owner.close();
    }

    private void put(long run, String dataset, LocalDate date, String symbol, double value) throws SQLException {
        execute(
                writer,
                String.format(
                        "INSERT INTO batch.stage_%s VALUES ('%s', '%s', %s, %d)", dataset, date, symbol, value, run));
    }

    private static boolean publish(Connection connection, long run, String expected) throws SQLException {
        String sql = "SELECT batch.publish_run(?, 0, (SELECT r.dt::timestamp AT TIME ZONE 'UTC' FROM batch.runs r"
                + " WHERE r.run_id = ?), 1, 1, 0, 0, 0, 0, ?::jsonb)";
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            call.setLong(1, run);
            call.setLong(2, run);
            call.setString(3, expected);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private long start(LocalDate date) throws SQLException {
        return number(writer, "SELECT batch.start_run('" + date + "', 'd', 'none')");
    }

    private String trend() throws SQLException {
        return String.join(" ", texts(owner, "SELECT dt, symbol, value FROM serving.sample_trend ORDER BY dt, symbol"));
    }

    @Test
    void rows_of_a_date_are_replaced_and_other_dates_stay() throws SQLException {
        long first = start(DATE);
        put(first, "sample_daily", DATE, "AAPL", 1);
        put(first, "sample_daily", DATE, "MSFT", 2);
        assertThat(publish(writer, first, "{\"sample_daily\": 2}")).isTrue();
        long other = start(NEXT);
        put(other, "sample_daily", NEXT, "AAPL", 5);
        publish(writer, other, "{\"sample_daily\": 1}");
        long second = start(DATE);
        put(second, "sample_daily", DATE, "AAPL", 3);
        publish(writer, second, "{\"sample_daily\": 1}");

        assertThat(texts(owner, "SELECT dt, symbol, value, run_id FROM batch.sample_daily ORDER BY dt"))
                .containsExactly("2013-10-07|AAPL|3|" + second, "2013-10-08|AAPL|5|" + other);
        assertThat(number(owner, "SELECT count(*) FROM batch.stage_sample_daily"))
                .isZero();
    }

    @Test
    void rows_that_depend_on_the_history_are_replaced_on_later_dates_too_and_kept_on_earlier_ones()
            throws SQLException {
        long monday = start(DATE);
        put(monday, "sample_trend", DATE, "AAPL", 1);
        publish(writer, monday, "{\"sample_trend\": 1}");
        long tuesday = start(NEXT);
        put(tuesday, "sample_trend", NEXT, "AAPL", 2);
        publish(writer, tuesday, "{\"sample_trend\": 1}");
        assertThat(trend()).isEqualTo("2013-10-07|AAPL|1 2013-10-08|AAPL|2");

        long again = start(DATE);
        put(again, "sample_trend", DATE, "AAPL", 3);
        put(again, "sample_trend", NEXT, "AAPL", 4);
        publish(writer, again, "{\"sample_trend\": 2}");
        assertThat(trend()).isEqualTo("2013-10-07|AAPL|3 2013-10-08|AAPL|4");
    }

    @Test
    void a_stage_that_lost_rows_is_refused_and_nothing_changes() throws SQLException {
        long first = start(DATE);
        put(first, "sample_daily", DATE, "AAPL", 1);
        publish(writer, first, "{\"sample_daily\": 1}");
        long second = start(DATE);
        put(second, "sample_daily", DATE, "AAPL", 9);

        assertThatThrownBy(() -> publish(writer, second, "{\"sample_daily\": 2}"))
                .hasMessageContaining("1 rows of sample_daily are staged, expected 2");
        assertThat(texts(owner, "SELECT value FROM batch.sample_daily")).containsExactly("1");
        assertThat(texts(owner, "SELECT run_id FROM batch.coverage")).containsExactly(Long.toString(first));
    }

    @Test
    void a_run_replaces_no_rows_of_a_date_that_is_not_its_own() throws SQLException {
        long run = start(DATE);
        put(run, "sample_daily", NEXT, "AAPL", 1);
        assertThatThrownBy(() -> publish(writer, run, "{\"sample_daily\": 1}"))
                .hasMessageContaining("1 rows of sample_daily of dates that are not its own to replace");

        long history = start(DATE);
        put(history, "sample_trend", NEXT, "AAPL", 1);
        assertThatThrownBy(() -> publish(writer, history, "{\"sample_trend\": 1}"))
                .as("a later date that is not published")
                .hasMessageContaining("1 rows of sample_trend of dates that are not its own to replace");
    }

    @Test
    void a_row_that_is_staged_twice_is_refused() throws SQLException {
        long run = start(DATE);
        put(run, "sample_daily", DATE, "AAPL", 1);
        put(run, "sample_daily", DATE, "AAPL", 2);
        assertThatThrownBy(() -> publish(writer, run, "{\"sample_daily\": 2}")).hasMessageContaining("duplicate key");
        assertThat(number(owner, "SELECT count(*) FROM batch.coverage")).isZero();
    }

    @Test
    void a_dataset_that_the_database_does_not_know_is_named() throws SQLException {
        long run = start(DATE);
        assertThatThrownBy(() -> publish(writer, run, "{\"tea_leaves\": 1}"))
                .hasMessageContaining("this database does not know tea_leaves; is a migration pending?");
    }

    @Test
    void runs_that_end_without_publishing_leave_nothing_in_the_stage() throws SQLException {
        long failed = start(DATE);
        put(failed, "sample_daily", DATE, "AAPL", 1);
        execute(writer, "SELECT batch.fail_run(" + failed + ", 'a file was bad')");
        assertThat(number(owner, "SELECT count(*) FROM batch.stage_sample_daily"))
                .isZero();

        long dead = start(DATE);
        put(dead, "sample_trend", DATE, "AAPL", 1);
        start(DATE);
        assertThat(number(owner, "SELECT count(*) FROM batch.stage_sample_trend"))
                .isZero();
    }

    @Test
    void nobody_publishes_while_a_run_holds_the_history_and_its_end_lets_the_next_one_in() throws Exception {
        long mine = startRun(writer, "one");
        stage(writer, mine, 3, 1.0);
        Connection holder = database.as(ServingRole.BATCH_WRITER);
        execute(holder, "SELECT batch.hold_history()");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> published = thread.submit(() -> TestDatabase.publish(writer, mine, 3));
            Awaitility.await()
                    .until(() -> number(
                                    owner,
                                    "SELECT count(*) FROM pg_locks l WHERE l.locktype = 'advisory' AND NOT l.granted")
                            == 1);
            assertThat(number(owner, "SELECT count(*) FROM batch.coverage")).isZero();

            holder.close();
            assertThat(published.get()).isTrue();
        } finally {
            holder.close();
            thread.shutdown();
        }
    }

    @Test
    void the_writer_changes_what_is_published_in_no_other_way_and_the_dashboard_reads_the_view() throws SQLException {
        assertThatThrownBy(() -> execute(writer, "DELETE FROM batch.sample_daily"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(writer, "SELECT batch.register_dataset('bars', 'date')"))
                .hasMessageContaining("permission denied");
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            assertThat(texts(reader, "SELECT count(*) FROM serving.sample_daily"))
                    .containsExactly("0");
        }
    }
}
