package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.job.SparkContexts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments: nothing here gets as far as a database or Spark. */
class BatchJobTest {
    private final StringWriter said = new StringWriter();

    private int run(Map<String, String> environment, String... args) {
        return new BatchJob(() -> Instant.EPOCH, new PrintWriter(said, true), new SparkContexts())
                .run(args, environment);
    }

    @Test
    void help_lists_every_option_with_variable_and_default() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(said.toString())
                .contains(
                        "--landing",
                        "--results",
                        "DATABASE_URL",
                        "DATABASE_USER",
                        "DATABASE_PASSWORD",
                        "--database-password-file",
                        "--date",
                        "--from",
                        "--to",
                        "--dirty",
                        "--force",
                        "--dry-run",
                        "Default: consolidated-tape",
                        "Default: 10s",
                        "--out-of-orderness",
                        "Default: 5s",
                        "--summary-json",
                        "Exit codes");
    }

    @Test
    void everything_missing_or_wrong_is_said_at_once() {
        assertThat(run(
                        Map.of("DATABASE_URL", "postgres://x"),
                        "--conditions=absent",
                        "--from=2013-10-08",
                        "--to=2013-10-07",
                        "--dirty",
                        "--force",
                        "--summary-json=/no/such/directory/s.json",
                        "--database-password-file=/no/such/file"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains(
                        "--landing is missing",
                        "--results is missing",
                        "--database-url must begin with jdbc:postgresql:",
                        "--database-user is missing",
                        "no table of sale conditions: absent",
                        "--to is before --from",
                        "--dirty and --force exclude each other",
                        "the directory of /no/such/directory/s.json does not exist",
                        "/no/such/file cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "--date=2013-13-01, Invalid value for option '--date'",
        "20131007, Unmatched argument at index 0: '20131007'",
        "--late-after=soon, 'soon' is no duration such as 500ms",
        "--lading=x, Unknown option: '--lading=x'"
    })
    void an_argument_that_makes_no_sense_is_named(String argument, String message) {
        assertThat(run(Map.of(), argument)).isEqualTo(2);
        assertThat(said.toString()).contains(message);
    }

    @Test
    void a_landing_directory_that_is_not_there_fails_before_anything_is_started(@TempDir Path directory) {
        assertThat(run(
                        Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x", "DATABASE_USER", "u"),
                        "--landing=" + directory.resolve("absent"),
                        "--results=" + directory))
                .isEqualTo(1);
        assertThat(said.toString()).contains("ERROR: the landing directory").contains("does not exist");
    }

    @Test
    void a_database_that_cannot_be_reached_fails_with_its_reason(@TempDir Path directory) {
        assertThat(run(
                        Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x", "DATABASE_USER", "u"),
                        "--landing=" + directory,
                        "--results=" + directory))
                .isEqualTo(1);
        assertThat(said.toString()).contains("ERROR: Connection to 127.0.0.1:1 refused");
    }
}
