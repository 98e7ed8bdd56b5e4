package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.batch.fixture.BatchProcess;
import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.PublishedSet;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.fixture.TestTrade;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FAULTS.md 30: kill -9 of the driver at random moments of publication. Every run gives one of two sets of results, which
 * differ in their sale conditions; a reader who looks all the time must never find anything but one of them, in the
 * database and in the files. {@code -Dcrash.rounds=10} for a longer round.
 */
class PublicationCrashIT {
    private static final LocalDate DATE = LocalDate.of(2013, 10, 7);
    private static final List<String> RULES = List.of("none", "without-3-8-32");
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
    private static final long SEED = Long.getLong("crash.seed", 20131007L);
    private static final int LONGEST_DELAY_MS = 1_500;
    /** Exit code after signal 9. */
    private static final int KILLED = 137;

    @Test
    void readers_see_only_whole_sets_whenever_the_driver_dies(@TempDir Path directory) throws Exception {
        var landing = new LandingFixture(directory.resolve("landing"));
        landing.land(0, trades("SPY"));
        landing.land(1, trades("BAC"));
        Path results = directory.resolve("results");
        try (ServedDatabase database = ServedDatabase.start()) {
            Set<String> rows = ConcurrentHashMap.newKeySet();
            Set<String> files = ConcurrentHashMap.newKeySet();
            for (String rules : List.of(RULES.get(0), RULES.get(1), RULES.get(0), RULES.get(1))) {
                complete(landing, results, database, rules);
                rows.add(PublishedSet.inDatabase(database));
                files.add(PublishedSet.inFiles(results, DATE).orElseThrow());
            }
            // Four runs, two sets: the same input gives the same bytes.
            assertThat(rows).hasSize(2);
            assertThat(files).hasSize(2);

            Set<String> seenRows = ConcurrentHashMap.newKeySet();
            Set<String> seenFiles = ConcurrentHashMap.newKeySet();
            ExecutorService reader = Executors.newSingleThreadExecutor();
            Future<?> reading = reader.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    seenRows.add(PublishedSet.inDatabase(database));
                    PublishedSet.inFiles(results, DATE).ifPresent(seenFiles::add);
                }
                return null;
            });
            var random = new Random(SEED);
            int longestDelay = LONGEST_DELAY_MS;
            for (int killed = 0; killed < ROUNDS; ) {
                if (kill(landing, results, database, RULES.get(killed % 2), random.nextInt(longestDelay) + 1)) {
                    killed++;
                } else {
                    // This machine publishes faster than that: sooner, then.
                    longestDelay = Math.max(1, longestDelay / 2);
                }
                assertThat(rows).contains(PublishedSet.inDatabase(database));
                assertThat(files).contains(PublishedSet.inFiles(results, DATE).orElseThrow());
            }
            complete(landing, results, database, RULES.get(1));
            assertThat(reading.isDone()).as("the reader reads").isFalse();
            reader.shutdownNow();
            assertThat(reader.awaitTermination(BatchProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(rows).containsAll(seenRows);
            assertThat(files).containsAll(seenFiles);
            assertThat(database.rows("SELECT c.conditions FROM batch.coverage d JOIN batch.runs c USING (run_id)"))
                    .containsExactly(RULES.get(1));
            assertThat(results.resolve("_tmp")).isEmptyDirectory();
        }
    }

    private static void complete(LandingFixture landing, Path results, ServedDatabase database, String rules)
            throws Exception {
        BatchProcess.Ended run = BatchProcess.end(BatchProcess.start(
                BatchProcess.submit(landing, results, "--force", "--conditions=" + rules), database.environment()));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    /** Kills the driver a while after it began to publish; false when it had ended by then. */
    private static boolean kill(
            LandingFixture landing, Path results, ServedDatabase database, String rules, int delayMillis)
            throws Exception {
        Process driver = BatchProcess.start(
                BatchProcess.submit(landing, results, "--force", "--conditions=" + rules), database.environment());
        await().atMost(BatchProcess.PATIENCE).until(() -> !driver.isAlive() || holdsHistory(database));
        driver.waitFor(delayMillis, TimeUnit.MILLISECONDS);
        // One that had published and was ending by itself when the signal came has another exit code.
        boolean killed = driver.destroyForcibly().waitFor() == KILLED;
        // Its statements may outlive it for a moment.
        await().atMost(BatchProcess.PATIENCE)
                .until(() -> database.rows("SELECT pid FROM pg_stat_activity WHERE application_name = 'tidemark-batch'")
                        .isEmpty());
        System.out.printf(
                "killed by %d ms into publication: exit %d, runs %s, files %s%n",
                delayMillis,
                driver.exitValue(),
                database.rows("SELECT state FROM batch.runs ORDER BY run_id DESC LIMIT 1"),
                results.resolve("_dates/dt=" + DATE)
                        .toRealPath()
                        .resolveSibling("")
                        .getFileName());
        return killed;
    }

    private static boolean holdsHistory(ServedDatabase database) throws Exception {
        return !database.rows("SELECT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.granted"
                        + " AND l.locktype = 'advisory' AND a.application_name = 'tidemark-batch'"
                        + " AND l.classid::bigint = hashtext('tidemark batch history')::bit(32)::bigint")
                .isEmpty();
    }

    private static List<TestTrade> trades(String symbol) {
        var random = new Random(symbol.hashCode());
        List<TestTrade> trades = new ArrayList<>();
        long time = Instant.parse("2013-10-07T13:30:00Z").toEpochMilli();
        for (int i = 0; i < 3_000; i++) {
            time += random.nextInt(7_000);
            String price =
                    String.format(java.util.Locale.ROOT, "%.2f", 100 + Math.sin(i / 300.0) + random.nextDouble());
            trades.add(new TestTrade(
                    symbol, price, Integer.toString(1 + random.nextInt(300)), time, time + 40, i % 5 == 0 ? "8" : ""));
        }
        return trades;
    }
}
