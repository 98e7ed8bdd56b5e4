package io.tidemark.batch;

import static io.tidemark.batch.fixture.BatchProcess.PATIENCE;
import static io.tidemark.batch.fixture.BatchProcess.end;
import static io.tidemark.batch.fixture.BatchProcess.jar;
import static io.tidemark.batch.fixture.BatchProcess.java;
import static io.tidemark.batch.fixture.BatchProcess.start;
import static io.tidemark.batch.fixture.BatchProcess.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.batch.fixture.BatchProcess.Ended;
import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.fixture.TestTrade;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as people and Airflow run it. */
class SparkSubmitIT {
    @Test
    void help_and_errors_need_no_spark() throws Exception {
        Ended help = end(start(java("-jar", jar().toString(), "--help"), Map.of()));
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("--landing", "spark-submit --class io.tidemark.batch.BatchJob");

        Ended missing = end(start(java("-jar", jar().toString()), Map.of()));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.output())
                .contains("--landing is missing", "--results is missing", "--database-url is missing");
    }

    @Test
    void without_spark_a_run_is_planned_and_then_says_what_it_lacks(@TempDir Path directory) throws Exception {
        var landing = new LandingFixture(directory.resolve("landing"));
        landing.land(0, TestTrade.of("SPY", "10", "1", "2013-10-07T14:00:00Z"));
        String[] arguments = {"-jar", jar().toString(), "--landing=" + landing.directory(), "--results=" + directory};
        try (ServedDatabase database = ServedDatabase.start()) {
            Ended run = end(start(java(arguments), database.environment()));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output()).contains("There is no Spark on the class path: run this jar by spark-submit");
        }
    }

    /**
     * The process dies and its connection with it while publication waits for a reader's lock: as a power failure would
     * have it. What was published stays, and the next run publishes.
     */
    @Test
    void a_run_killed_in_mid_publish_leaves_the_old_date_and_the_next_one_publishes(@TempDir Path directory)
            throws Exception {
        var landing = new LandingFixture(directory.resolve("landing"));
        Path results = directory.resolve("results");
        landing.land(0, TestTrade.of("SPY", "10", "1", "2013-10-07T14:00:00Z"));
        try (ServedDatabase database = ServedDatabase.start()) {
            Ended first = end(start(submit(landing, results, "--conditions=none"), database.environment()));
            assertThat(first.exitCode()).as(first.output()).isZero();
            assertThat(first.output()).contains("published as run 1").doesNotContain("WARN", "ERROR");

            landing.land(0, TestTrade.of("SPY", "20", "1", "2013-10-07T14:00:30Z"));
            try (Connection reader = database.connect();
                    Statement lock = reader.createStatement()) {
                reader.setAutoCommit(false);
                lock.execute("LOCK TABLE batch.coverage IN SHARE MODE");
                Process killed = start(submit(landing, results, "--conditions=none"), database.environment());
                await().atMost(PATIENCE).until(() -> publishing(database).size() == 1);
                killed.destroyForcibly().waitFor();
                database.execute(
                        "SELECT pg_terminate_backend(" + publishing(database).get(0) + ", 10000)");
            }
            assertThat(closes(database)).containsExactly("10");
            assertThat(database.rows("SELECT state FROM batch.runs ORDER BY run_id"))
                    .containsExactly("published", "started");

            Ended next = end(start(submit(landing, results, "--conditions=none"), database.environment()));
            assertThat(next.exitCode()).as(next.output()).isZero();
            assertThat(closes(database)).containsExactly("20");
            assertThat(database.rows("SELECT state FROM batch.runs ORDER BY run_id"))
                    .containsExactly("published", "superseded", "published");
            assertThat(database.rows("SELECT count(*) FROM batch.stage_bars")).containsExactly("0");
            assertThat(results.resolve("_tmp")).isEmptyDirectory();
        }
    }

    private static List<String> publishing(ServedDatabase database) throws Exception {
        return database.rows("SELECT pid FROM pg_stat_activity WHERE query LIKE '%batch.publish_run%'"
                + " AND application_name = 'tidemark-batch' AND wait_event_type = 'Lock'");
    }

    private static List<String> closes(ServedDatabase database) throws Exception {
        return database.rows("SELECT close FROM batch.bars WHERE interval = '1d'");
    }
}
