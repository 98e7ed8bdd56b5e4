package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Speed rows stay until the batch covers their date and a week longer, and never go before. */
@SuppressWarnings("NullAway.Init")
class ForgettingIT {
    private static final LocalDate OLD = LocalDate.parse("2013-10-01");
    private static final LocalDate WEEK_LATER = OLD.plusDays(7);
    private static final LocalDate NEWEST = OLD.plusDays(8);
    private static final String SPEED_DATES =
            "SELECT (bucket AT TIME ZONE 'UTC')::date, count(*) FROM speed.bars_1m GROUP BY 1 ORDER BY 1";
    private static final String FIGURES =
            "SELECT equal, different, unseen FROM serving.reconciliation WHERE dt = '" + OLD + "'";

    private static TestDatabase database;

    private Connection batch;
    private Connection speed;
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
        batch = database.as(ServingRole.BATCH_WRITER);
        speed = database.as(ServingRole.SPEED_WRITER);
        owner = database.asOwner();
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, batch.stage_bars,"
                        + " batch.stage_hour_counts, batch.reconciled_dates, batch.reconciliation, speed.bars_1m,"
                        + " speed.late_trades, speed.news, speed.news_windows, speed.news_terms, speed.news_buzz");
        execute(owner, "UPDATE batch.speed_retention SET days = 7");
    }

    @AfterEach
    void disconnect() throws SQLException {
        batch.close();
        speed.close();
        owner.close();
    }

    /** Five live minutes of a date from noon, and a late trade for the first. */
    private void live(LocalDate date) throws SQLException {
        execute(speed, """
                INSERT INTO speed.bars_1m
                SELECT 'AAPL', b, 1, 1, 1, 1, 10, 1, 1, 1, 0, b, b, b, 1, true
                FROM generate_series('%s 12:00Z'::timestamptz, '%1$s 12:04Z', '1 minute') b
                ON CONFLICT DO NOTHING
                """.formatted(date));
        execute(
                speed,
                "INSERT INTO speed.late_trades VALUES ('AAPL', '%s 12:00Z', 1) ON CONFLICT DO NOTHING".formatted(date));
    }

    /** Publishes the same minutes at a price, covered until an instant. */
    private void publish(LocalDate date, int price, String until) throws SQLException {
        long run = number(batch, "SELECT batch.start_run('%s', 'digest', 'none')".formatted(date));
        execute(batch, """
                INSERT INTO batch.stage_bars
                SELECT %d, 0, 'AAPL', '1m', b, %2$d, %2$d, %2$d, %2$d, 10, %2$d, 1, 1, 0, b, b
                FROM generate_series('%3$s 12:00Z'::timestamptz, '%3$s 12:04Z', '1 minute') b
                """.formatted(run, price, date));
        execute(batch, "INSERT INTO batch.stage_hour_counts VALUES (%d, 0, 12, 'AAPL', 5, 5, 0, 0)".formatted(run));
        execute(batch, "SELECT batch.publish_run(%d, 5, '%s', 1, 100, 5, 5, 0, 0)".formatted(run, until));
    }

    private void publishWhole(LocalDate date, int price) throws SQLException {
        publish(date, price, date.plusDays(1) + " 00:00Z");
    }

    @Test
    void a_covered_date_more_than_a_week_behind_loses_its_speed_rows_and_keeps_its_comparison() throws SQLException {
        live(OLD);
        live(WEEK_LATER);
        publishWhole(OLD, 1);
        assertThat(number(owner, "SELECT count(*) FROM speed.bars_1m")).isEqualTo(10);

        live(NEWEST);
        publishWhole(WEEK_LATER, 1);

        assertThat(texts(owner, SPEED_DATES)).containsExactly(WEEK_LATER + "|5", NEWEST + "|5");
        assertThat(texts(owner, "SELECT count(*) FROM speed.late_trades WHERE bucket < '" + WEEK_LATER + "'"))
                .containsExactly("0");
        assertThat(texts(owner, FIGURES)).containsExactly("5|0|0");
        assertThat(
                        texts(
                                owner,
                                "SELECT dt, bool_and(forgotten_at IS NOT NULL) FROM serving.reconciliation GROUP BY dt ORDER BY dt"))
                .containsExactly(OLD + "|t", WEEK_LATER + "|f");
    }

    @Test
    void nothing_is_deleted_that_is_not_covered_to_the_end_of_its_date() throws SQLException {
        live(OLD);
        live(OLD.plusDays(1));
        live(NEWEST.plusDays(30));
        publish(OLD, 1, OLD + " 23:59:59.999Z");
        publishWhole(NEWEST, 1);

        assertThat(texts(owner, SPEED_DATES))
                .containsExactly(OLD + "|5", OLD.plusDays(1) + "|5", NEWEST.plusDays(30) + "|5");
    }

    @Test
    void a_date_is_compared_a_last_time_before_its_rows_go() throws SQLException {
        publishWhole(OLD, 1);
        // A replay brings the date after it was published.
        live(OLD);
        live(NEWEST);
        assertThat(texts(owner, FIGURES)).containsExactly("0|0|5");
        publishWhole(WEEK_LATER, 1);

        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
        assertThat(texts(owner, FIGURES)).containsExactly("5|0|0");
    }

    @Test
    void a_deletion_that_fails_is_undone_and_holds_no_publication_up() throws SQLException {
        live(OLD);
        publishWhole(OLD, 1);
        live(NEWEST);
        execute(owner, "ALTER TABLE batch.reconciled_dates ADD CONSTRAINT nothing_goes CHECK (forgotten_at IS NULL)");
        try {
            publishWhole(WEEK_LATER, 1);
        } finally {
            execute(owner, "ALTER TABLE batch.reconciled_dates DROP CONSTRAINT nothing_goes");
        }
        assertThat(texts(owner, SPEED_DATES)).containsExactly(OLD + "|5", NEWEST + "|5");
        assertThat(texts(owner, "SELECT dt FROM batch.coverage ORDER BY dt"))
                .containsExactly(OLD.toString(), WEEK_LATER.toString());
        assertThat(texts(owner, FIGURES)).containsExactly("5|0|0");

        publishWhole(WEEK_LATER, 1);
        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
    }

    @Test
    void republishing_a_forgotten_date_leaves_its_comparison() throws SQLException {
        live(OLD);
        live(NEWEST);
        publishWhole(OLD, 1);
        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
        publishWhole(OLD, 2);

        assertThat(texts(owner, FIGURES)).containsExactly("5|0|0");
    }

    @Test
    void a_replay_of_a_forgotten_date_is_hidden_and_goes_with_the_next_publication() throws SQLException {
        live(OLD);
        live(NEWEST);
        publishWhole(OLD, 2);
        live(OLD);

        assertThat(texts(
                        owner,
                        "SELECT count(*), min(close), max(layer) FROM serving.bars('AAPL', '1m', '%s', '%s')"
                                .formatted(OLD, OLD.plusDays(1))))
                .containsExactly("5|2|batch");
        assertThat(number(owner, "SELECT count(*) FROM serving.reconciliation_minutes('" + OLD + "', 'AAPL')"))
                .isZero();
        publishWhole(WEEK_LATER, 1);
        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
        assertThat(texts(owner, FIGURES)).containsExactly("0|5|0");
    }

    @Test
    void the_owner_says_for_how_long_speed_rows_stay() throws SQLException {
        execute(owner, "UPDATE batch.speed_retention SET days = 0");
        live(OLD);
        live(OLD.plusDays(1));
        publishWhole(OLD, 1);

        assertThat(texts(owner, SPEED_DATES)).containsExactly(OLD.plusDays(1) + "|5");
    }

    @Test
    void a_row_that_the_speed_layer_is_writing_is_left_to_the_next_publication() throws SQLException {
        live(OLD);
        live(NEWEST);
        speed.setAutoCommit(false);
        execute(speed, "UPDATE speed.bars_1m SET revision = 2 WHERE bucket = '" + OLD + " 12:03Z'");
        // Were it to wait for that row, this call would never end.
        publishWhole(OLD, 1);
        speed.commit();

        assertThat(texts(owner, SPEED_DATES)).containsExactly(OLD + "|1", NEWEST + "|5");
        publishWhole(WEEK_LATER, 1);
        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
    }

    @Test
    void a_date_that_another_run_works_on_is_left_to_the_next_publication() throws SQLException {
        live(OLD);
        publishWhole(OLD, 1);
        live(NEWEST);
        try (Connection other = database.as(ServingRole.BATCH_WRITER)) {
            other.setAutoCommit(false);
            execute(other, "SELECT batch.start_run('" + OLD + "', 'newer', 'none')");
            publishWhole(WEEK_LATER, 1);
            assertThat(texts(owner, SPEED_DATES)).containsExactly(OLD + "|5", NEWEST + "|5");
            other.rollback();
        }
        publishWhole(WEEK_LATER, 1);
        assertThat(texts(owner, SPEED_DATES)).containsExactly(NEWEST + "|5");
    }

    @Test
    void news_go_only_when_asked_and_by_the_newest_storys_age() throws SQLException {
        execute(speed, """
                INSERT INTO speed.news
                SELECT 'rss', n::text, at, at, 'h', 's', 'src', 'u', 'c', '{}', '{}', 0, 1
                FROM generate_series(0, 40) n, LATERAL (SELECT '2013-10-01Z'::timestamptz + n * interval '1 day' AS at) t
                """);
        execute(
                speed,
                "INSERT INTO speed.news_windows VALUES ('all', '*', '1h', '2013-10-01Z', 1, 1, 0, 0, 0, 0, 1, true)");
        assertThat(number(batch, "SELECT batch.forget_news('30 days')")).isEqualTo(11);
        assertThat(number(owner, "SELECT count(*) FROM speed.news")).isEqualTo(31);
        assertThat(number(owner, "SELECT count(*) FROM speed.news_windows")).isZero();
    }

    @Test
    void news_cannot_be_kept_for_less_than_no_time() {
        assertThatThrownBy(() -> number(batch, "SELECT batch.forget_news('-1 day')"))
                .hasMessageContaining("news cannot be kept for '-1 days'");
        assertThatThrownBy(() -> number(batch, "SELECT batch.forget_news(null)"))
                .hasMessageContaining("kept for null");
    }
}
