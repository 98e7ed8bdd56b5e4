package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.fixture.JobProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar by itself, on a machine without Flink. */
@SuppressWarnings("NullAway.Init")
class RunnableJarIT {
    @TempDir
    private Path directory;

    @Test
    void help_works_without_flink() throws Exception {
        try (JobProcess job = JobProcess.withoutFlink(directory, Map.of(), "--help")) {
            assertThat(job.exitCode()).isZero();
            assertThat(job.output()).contains("--kafka.bootstrap-servers");
        }
    }

    @Test
    void settings_are_checked_without_flink() throws Exception {
        try (JobProcess job = JobProcess.withoutFlink(directory, Map.of())) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.output()).contains("database.url is missing", "checkpoint.directory is missing");
        }
    }

    @Test
    void without_flink_it_says_so() throws Exception {
        Map<String, String> settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "DATABASE_USER", "speed_writer",
                "DATABASE_PASSWORD", "unused",
                "CHECKPOINT_DIRECTORY", directory.toString());
        try (JobProcess job = JobProcess.withoutFlink(directory, settings)) {
            assertThat(job.exitCode()).isEqualTo(2);
            assertThat(job.output()).contains("no Flink on the class path");
        }
    }
}
