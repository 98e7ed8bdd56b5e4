package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The boundary moves through a day in many publications, at last to its end, when the speed rows go, while the speed layer
 * writes: whoever looks sees every minute once, in all intervals alike.
 */
class ConcurrentMergeIT {
    private static final int MINUTES = 240;
    private static final int PUBLICATIONS = 40;
    /** Everything that is served of the same trades, read by one statement: several calls, one instant. */
    private static final String LOOK = """
            SELECT count(*), count(DISTINCT bucket), sum(trades), sum(volume),
                   (SELECT sum(trades) FROM serving.bars('AAPL', '5m', null, '2013-10-08Z')),
                   (SELECT sum(trades) FROM serving.bars('AAPL', '1h', null, '2013-10-08Z')),
                   (SELECT sum(trades) FROM serving.bars('AAPL', '1d', null, '2013-10-08Z')),
                   (SELECT volume FROM serving.watchlist)
            FROM serving.bars('AAPL', '1m', null, '2013-10-08Z')
            """;

    private static final String WHOLE = "240|240|2400|24000|2400|2400|2400|24000";

    @Test
    void every_look_sees_each_minute_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestDatabase database = TestDatabase.migrated();
                Connection owner = database.asOwner();
                Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            execute(owner, "UPDATE batch.speed_retention SET days = 0");
            execute(owner, """
                    INSERT INTO speed.bars_1m
                    SELECT 'AAPL', b, 1, 1, 1, 1, 100, 1, 10, 10, 0, b, b, b, 1, true
                    FROM generate_series(0, %d - 1) n,
                         LATERAL (SELECT '2013-10-07 20:00Z'::timestamptz + n * interval '1 minute' AS b) t
                    """.formatted(MINUTES));
            new MadeUpMarket(owner).lastPrice(1, Instant.parse("2013-10-07T23:59:00Z"));
            var looks = new Semaphore(0);
            var writes = new Semaphore(0);
            Future<?> batch = threads.submit(() -> {
                publishThroughTheDay(database, looks, writes);
                return null;
            });
            Future<?> speed = threads.submit(() -> {
                write(database, batch, writes);
                return null;
            });
            Set<String> seen = new TreeSet<>();
            while (!batch.isDone()) {
                seen.addAll(texts(reader, LOOK));
                looks.release();
            }
            batch.get(60, TimeUnit.SECONDS);
            speed.get(60, TimeUnit.SECONDS);
            seen.addAll(texts(reader, LOOK));

            assertThat(seen).containsExactly(WHOLE);
            assertThat(number(
                            owner, "SELECT count(*) FROM speed.bars_1m WHERE bucket < '2013-10-08Z' AND revision = 1"))
                    .as("speed rows that nobody was writing when the date was covered to its end")
                    .isZero();
            assertThat(texts(reader, "SELECT different, only_batch, only_speed, unseen FROM serving.reconciliation"))
                    .containsExactly("0|0|0|0");
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same rows again and again with a greater revision, and a later date's that grow, as a running job writes. */
    private static void write(TestDatabase database, Future<?> until, Semaphore writes) throws SQLException {
        try (Connection writer = database.as(ServingRole.SPEED_WRITER)) {
            for (int i = 0; !until.isDone(); i++) {
                execute(writer, """
                        INSERT INTO speed.bars_1m
                        SELECT 'AAPL', b, 1, 1, 1, 1, 100, 1, 10, 10, 0, b, b, b, %1$d, true
                        FROM (VALUES ('2013-10-07 20:00Z'::timestamptz + (%1$d %% 230) * interval '1 minute'),
                                     ('2013-10-08 01:00Z'::timestamptz + (%1$d %% 30) * interval '1 minute')) t (b)
                        ON CONFLICT (symbol, bucket) DO UPDATE SET revision = excluded.revision, updated_at = now()
                        """.formatted(i + 2));
                writes.release();
            }
        }
    }

    /** The minute that the boundary is in is there as well, with half of its trades. */
    private static void publishThroughTheDay(TestDatabase database, Semaphore looks, Semaphore writes)
            throws SQLException, InterruptedException {
        try (Connection writer = database.as(ServingRole.BATCH_WRITER)) {
            for (int i = 1; i <= PUBLICATIONS; i++) {
                int settled = MINUTES * i / PUBLICATIONS;
                long run = number(writer, "SELECT batch.start_run('2013-10-07', '" + i + "', 'none')");
                for (int width : MadeUpMarket.INTERVALS.values()) {
                    stage(writer, run, width, settled);
                }
                long bars = number(writer, "SELECT count(*) FROM batch.stage_bars");
                execute(
                        writer,
                        "INSERT INTO batch.stage_hour_counts VALUES (%d, 0, 20, 'AAPL', 1, 1, 0, 0)".formatted(run));
                String until = i == PUBLICATIONS
                        ? "'2013-10-08Z'"
                        : "'2013-10-07 20:00:30Z'::timestamptz + %d * interval '1 minute'".formatted(settled);
                execute(writer, "SELECT batch.publish_run(%d, %d, %s, 1, 1, 1, 1, 0, 0)".formatted(run, bars, until));
                if (i < PUBLICATIONS) {
                    awaitWholeOne(looks);
                    awaitWholeOne(writes);
                }
            }
        }
    }

    /** Of two that end from now on, the second has also begun, so that each boundary is seen and written under. */
    private static void awaitWholeOne(Semaphore ended) throws InterruptedException {
        ended.drainPermits();
        if (!ended.tryAcquire(2, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody looked, or nobody wrote, for a minute");
        }
    }

    private static void stage(Connection writer, long run, int width, int settled) throws SQLException {
        String interval = MadeUpMarket.INTERVALS.entrySet().stream()
                .filter(known -> known.getValue() == width)
                .findFirst()
                .orElseThrow()
                .getKey();
        execute(writer, """
                INSERT INTO batch.stage_bars
                SELECT %d, 0, 'AAPL', '%s', date_bin('%d minutes', b, '2000-01-01Z') AS start, 1, 1, 1, 1, sum(trades) * 10, 1,
                       sum(trades), sum(trades), 0, min(b), max(b)
                FROM generate_series(0, least(%4$d, %5$d - 1)) n,
                     LATERAL (SELECT '2013-10-07 20:00Z'::timestamptz + n * interval '1 minute' AS b,
                                     CASE WHEN n = %4$d THEN 5 ELSE 10 END AS trades) t
                GROUP BY start
                """.formatted(run, interval, width, settled, MINUTES));
    }
}
