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

/** What is told of each hop, from what its writer left in the database. */
@SuppressWarnings("NullAway.Init")
class HopsIT {
    private static final String HOPS = "SELECT hop, event_at IS NOT NULL, events FROM serving.hops ORDER BY hop";

    private static TestDatabase database;

    private Connection owner;
    private Connection batch;
    private Connection speed;
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
        owner = database.asOwner();
        batch = database.as(ServingRole.BATCH_WRITER);
        speed = database.as(ServingRole.SPEED_WRITER);
        reader = database.as(ServingRole.DASHBOARD_READER);
        execute(
                owner,
                "TRUNCATE batch.bars, batch.coverage, batch.runs, batch.hour_counts, speed.bars_1m, speed.last_price, speed.news CASCADE");
    }

    @AfterEach
    void disconnect() throws SQLException {
        owner.close();
        batch.close();
        speed.close();
        reader.close();
    }

    /** A live minute of ten trades that began so many minutes before the running one. */
    private void minute(int ago) throws SQLException {
        execute(speed, """
                INSERT INTO speed.bars_1m (symbol, bucket, volume, trades, eligible_trades, late_trades, first_trade_time,
                    last_trade_time, last_received_at, revision, closed)
                SELECT 'AAPL', b, 10, 10, 10, 0, b, b, b, 1, false
                FROM (SELECT date_trunc('minute', now()) - INTERVAL '%d minutes') m (b)
                """.formatted(ago));
    }

    @Test
    void before_anything_has_passed_nothing_is_known_and_the_batch_is_missing() throws SQLException {
        assertThat(texts(reader, HOPS)).containsExactly("live|f|0", "news|f|0", "received|f|null");
    }

    @Test
    void live_trades_of_the_five_minutes_before_the_running_one_are_counted() throws SQLException {
        for (int ago : new int[] {7, 6, 5, 1}) {
            minute(ago);
        }
        execute(speed, """
                INSERT INTO speed.last_price (symbol, price, trade_time, kafka_partition, kafka_offset, session, session_open,
                    last_received_at)
                VALUES ('AAPL', 1, now() - INTERVAL '2 s', 0, 1, now(), 1, now() - INTERVAL '1 s')
                """);

        assertThat(texts(reader, HOPS)).contains("live|t|20", "received|t|null");
        assertThat(texts(
                        reader,
                        "SELECT reached_at - event_at = INTERVAL '1 s' FROM serving.hops WHERE hop = 'received'"))
                .containsExactly("t");
    }

    @Test
    void landed_rows_are_those_of_the_newest_hour_by_the_part_of_it_that_is_covered() throws SQLException {
        long run = startRun(batch, "digest");
        stage(batch, run, 40, 1);
        publish(batch, run, 40);
        execute(owner, "UPDATE batch.coverage SET covered_until = covered_until - INTERVAL '20 minutes'");

        assertThat(texts(reader, "SELECT events, seconds::int FROM serving.hops WHERE hop = 'landed'"))
                .containsExactly("40|2400");
        assertThat(texts(
                        reader,
                        "SELECT events, seconds > 0, reached_at > event_at FROM serving.hops WHERE hop = 'settled'"))
                .containsExactly("40|t|t");
    }

    @Test
    void stories_of_the_last_hour_are_counted() throws SQLException {
        for (String ago : new String[] {"2 hours", "50 minutes", "1 minute"}) {
            execute(speed, """
                    INSERT INTO speed.news (feed, id, published_at, received_at, headline, summary, source, url, category,
                        symbols, relevances, sentiment, revision)
                    VALUES ('rss', '%1$s', now() - INTERVAL '%1$s', now(), '', '', '', '', '', '{}', '{}', 0, 1)
                    """.formatted(ago));
        }

        assertThat(texts(reader, HOPS)).contains("news|t|2");
    }
}
