package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.publish;
import static io.tidemark.serving.TestDatabase.stage;
import static io.tidemark.serving.TestDatabase.startRun;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FAULTS.md 30 asks of the database: exactly one published set, and no reader ever sees half of it. */
@SuppressWarnings("NullAway.Init")
class PublicationIT {
    private static final String BARS = "SELECT count(*), min(close), max(close) FROM batch.bars";

    private static TestDatabase database;

    private Connection writer;
    private Connection owner;

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
        writer = database.as(ServingRole.BATCH_WRITER);
        owner = database.asOwner();
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, batch.stage_bars,"
                        + " batch.stage_hour_counts");
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
        owner.close();
    }

    @Test
    void a_published_run_replaces_the_date_moves_the_boundary_and_empties_the_stage() throws SQLException {
        long first = startRun(writer, "one");
        stage(writer, first, 10, 1.0);
        assertThat(publish(writer, first, 10)).isTrue();
        long second = startRun(writer, "two");
        stage(writer, second, 7, 2.0);
        assertThat(publish(writer, second, 7)).isTrue();

        assertThat(texts(owner, BARS)).containsExactly("7|2|2");
        assertThat(
                        texts(
                                owner,
                                "SELECT digest, run_id, extract(hour FROM covered_until AT TIME ZONE 'UTC') FROM batch.coverage"))
                .containsExactly("two|" + second + "|15");
        assertThat(texts(owner, "SELECT state, rows_read, bars FROM batch.runs ORDER BY run_id"))
                .containsExactly("published|10|10", "published|7|7");
        assertThat(texts(owner, "SELECT hour, symbol, landed, run_id FROM batch.hour_counts"))
                .containsExactly("14|AAPL|7|" + second);
        assertThat(number(owner, "SELECT count(*) FROM batch.stage_bars")).isZero();
    }

    @Test
    void other_dates_stay_as_they_are() throws SQLException {
        execute(
                owner,
                "INSERT INTO batch.bars VALUES"
                        + " ('AAPL','1m','2013-10-06 23:59Z',1,1,1,1,1,1,1,1,0,'2013-10-06 23:59Z','2013-10-06 23:59Z',0),"
                        + " ('AAPL','1m','2013-10-08 00:00Z',1,1,1,1,1,1,1,1,0,'2013-10-08 00:00Z','2013-10-08 00:00Z',0)");
        long run = startRun(writer, "one");
        stage(writer, run, 3, 5.0);
        publish(writer, run, 3);

        assertThat(number(owner, "SELECT count(*) FROM batch.bars")).isEqualTo(5);
    }

    @Test
    void publishing_twice_does_nothing_the_second_time() throws SQLException {
        long run = startRun(writer, "one");
        stage(writer, run, 10, 1.0);
        assertThat(publish(writer, run, 10)).isTrue();
        String ledger = "SELECT * FROM batch.runs";
        List<String> before = texts(owner, ledger);

        assertThat(publish(writer, run, 10)).isFalse();
        assertThat(texts(owner, ledger)).isEqualTo(before);
        assertThat(texts(owner, BARS)).containsExactly("10|1|1");
    }

    @Test
    void a_superseded_run_is_refused_and_changes_nothing() throws SQLException {
        long older = startRun(writer, "one");
        stage(writer, older, 10, 1.0);
        long newer = startRun(writer, "two");

        assertThatThrownBy(() -> publish(writer, older, 10))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("run " + older + " of 2013-10-07 cannot publish: it is superseded")
                .hasMessageContaining("superseded by run " + newer);
        assertThat(texts(owner, BARS)).containsExactly("0|null|null");
        stage(writer, newer, 4, 2.0);
        assertThat(publish(writer, newer, 4)).isTrue();
    }

    @Test
    void a_failed_run_cannot_publish_and_leaves_no_stage() throws SQLException {
        long run = startRun(writer, "one");
        stage(writer, run, 10, 1.0);
        execute(writer, "SELECT batch.fail_run(" + run + ", 'a file was bad')");

        assertThatThrownBy(() -> publish(writer, run, 10)).hasMessageContaining("it is failed (a file was bad)");
        assertThat(number(owner, "SELECT count(*) FROM batch.stage_bars")).isZero();
    }

    @Test
    void a_stage_that_lost_rows_is_refused_and_the_published_date_stays() throws SQLException {
        long first = startRun(writer, "one");
        stage(writer, first, 10, 1.0);
        publish(writer, first, 10);
        long second = startRun(writer, "two");
        stage(writer, second, 10, 2.0);
        execute(writer, "DELETE FROM batch.stage_bars WHERE bucket = '2013-10-07 14:03Z'");

        assertThatThrownBy(() -> publish(writer, second, 10)).hasMessageContaining("9 bars and counts of 10 rows");
        assertThat(texts(owner, BARS)).containsExactly("10|1|1");
        assertThat(texts(owner, "SELECT digest FROM batch.coverage")).containsExactly("one");
    }

    @Test
    void bars_of_another_date_and_a_boundary_outside_the_date_are_refused() throws SQLException {
        long run = startRun(writer, "one");
        stage(writer, run, 2, 1.0);
        execute(writer, "DELETE FROM batch.stage_bars WHERE bucket > '2013-10-07 14:00Z'");
        execute(
                writer,
                "INSERT INTO batch.stage_bars VALUES (%d,0,'AAPL','1m','2013-10-08 00:00Z',1,1,1,1,1,1,1,1,0,'2013-10-08 00:00Z','2013-10-08 00:00Z')"
                        .formatted(run));
        assertThatThrownBy(() -> publish(writer, run, 2)).hasMessageContaining("bars of another date");
        assertThatThrownBy(() -> texts(
                        writer,
                        "SELECT batch.publish_run(%d, 2, '2013-10-09 00:00Z', 1, 100, 2, 2, 0, 0)".formatted(run)))
                .hasMessageContaining("is not in the date");
    }

    @Test
    void of_two_concurrent_runs_exactly_the_later_one_publishes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection other = database.as(ServingRole.BATCH_WRITER)) {
            var together = new CountDownLatch(2);
            Future<Boolean> one = threads.submit(() -> runToItsEnd(writer, together, 1.0));
            Future<Boolean> two = threads.submit(() -> runToItsEnd(other, together, 2.0));
            boolean onePublished = one.get(60, TimeUnit.SECONDS);
            boolean twoPublished = two.get(60, TimeUnit.SECONDS);

            assertThat(onePublished).isNotEqualTo(twoPublished);
            assertThat(texts(owner, BARS)).containsExactly(onePublished ? "500|1|1" : "500|2|2");
            assertThat(texts(owner, "SELECT state FROM batch.runs ORDER BY run_id"))
                    .containsExactly("superseded", "published");
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean runToItsEnd(Connection connection, CountDownLatch together, double price)
            throws InterruptedException, SQLException {
        long run = startRun(connection, "price " + price);
        together.countDown();
        together.await();
        stage(connection, run, 500, price);
        try {
            return publish(connection, run, 500);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("superseded");
            return false;
        }
    }

    @Test
    void a_reader_sees_the_old_or_the_new_date_and_never_half_of_it() throws Exception {
        long first = startRun(writer, "one");
        stage(writer, first, 400, 1.0);
        publish(writer, first, 400);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        var seen = new TreeSet<String>();
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            Future<?> publishing = threads.submit(() -> {
                for (int i = 2; i <= 12; i++) {
                    long run = startRun(writer, "price " + i);
                    stage(writer, run, 400 + i, i);
                    publish(writer, run, 400 + i);
                }
                return null;
            });
            while (!publishing.isDone()) {
                seen.addAll(
                        texts(
                                reader,
                                "SELECT count(*) - min(close), max(close) - min(close) FROM serving.bars('AAPL', '1m', null, null)"));
            }
            publishing.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        // 400 rows of price 1, or 400 + n rows of price n.
        assertThat(seen).isNotEmpty().isSubsetOf("399|0", "400|0");
    }

    @Test
    void a_publication_that_is_cut_off_leaves_the_old_date() throws SQLException {
        long first = startRun(writer, "one");
        stage(writer, first, 10, 1.0);
        publish(writer, first, 10);
        long second = startRun(writer, "two");
        stage(writer, second, 20, 2.0);

        try (Connection killed = database.as(ServingRole.BATCH_WRITER)) {
            killed.setAutoCommit(false);
            assertThat(publish(killed, second, 20)).isTrue();
            long process = number(killed, "SELECT pg_backend_pid()");
            execute(owner, "SELECT pg_terminate_backend(" + process + ", 10000)");
            assertThatThrownBy(killed::commit).isInstanceOf(SQLException.class);
        }
        assertThat(texts(owner, BARS)).containsExactly("10|1|1");
        assertThat(texts(owner, "SELECT digest FROM batch.coverage")).containsExactly("one");
        // Nothing is lost either: the same run can publish what it staged.
        assertThat(publish(writer, second, 20)).isTrue();
        assertThat(texts(owner, BARS)).containsExactly("20|2|2");
    }
}
