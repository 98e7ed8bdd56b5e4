package io.tidemark.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The jar as a person runs it. */
class RunnableJarIT {

    private record Ended(int exitCode, String output) {}

    @Test
    void check_refuses_until_migrate_has_run() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            String url = "--database.url=" + database.url();
            String user = "--database.user=" + database.owner();

            Ended before = serving("check", url, user);
            assertThat(before.exitCode()).isEqualTo(1);
            assertThat(before.output()).contains("has not been applied", "run 'serving migrate'");

            Ended migrated = serving("migrate", url, user, "--batch-writer.password=abc");
            assertThat(migrated.output()).contains("applied 001 schemas and roles", "batch_writer may log in");
            assertThat(migrated.exitCode()).isZero();

            assertThat(serving("check", url, user).exitCode()).isZero();
            assertThat(serving("forget-news", url, user, "--news.keep=P30D"))
                    .isEqualTo(new Ended(0, "0 rows deleted" + System.lineSeparator()));
            assertThat(serving("info", url, user).output()).contains("Success", "serving watchlist");
        }
    }

    private static Ended serving(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                System.getProperty("tidemark.jar", "")));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }
}
