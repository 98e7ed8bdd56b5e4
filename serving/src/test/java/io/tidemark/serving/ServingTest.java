package io.tidemark.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
    private final StringWriter said = new StringWriter();

    private int run(Map<String, String> environment, String... args) {
        return Serving.run(args, environment, new PrintWriter(said, true));
    }

    @Test
    void help_lists_every_setting_and_exits_0() {
        assertThat(run(Map.of(), "migrate", "--help")).isZero();
        assertThat(said.toString())
                .contains(
                        "--database.url",
                        "DATABASE_URL",
                        "--database.user",
                        "--database.password.file",
                        "--batch-writer.password",
                        "--dashboard-reader.password.file",
                        "--config");
    }

    @Test
    void everything_missing_or_wrong_is_said_at_once_and_exits_2() {
        assertThat(run(
                        Map.of("DATABASE_URL", "postgres://x"),
                        "migrate",
                        "--batch-writer.password.file=/no/such/file",
                        "--dashboard-reader.password=a",
                        "--dashboard-reader.password.file=b"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains(
                        "database.url must begin with jdbc:postgresql:",
                        "database.user is missing",
                        "batch-writer.password.file: the file /no/such/file cannot be read",
                        "dashboard-reader.password and dashboard-reader.password.file are both given");
    }

    @Test
    void nobody_forgets_news_without_saying_how_much_stays() {
        assertThat(run(Map.of(), "forget-news", "--database.user=x")).isEqualTo(2);
        assertThat(said.toString()).contains("news.keep is missing", "database.url is missing");
        assertThat(run(Map.of(), "forget-news", "--news.keep=-P1D")).isEqualTo(2);
        assertThat(said.toString()).contains("news.keep must not be negative");
    }

    @Test
    void an_unknown_setting_gets_a_suggestion_and_exits_2() {
        assertThat(run(Map.of(), "check", "--database.usr=x")).isEqualTo(2);
        assertThat(said.toString()).contains("Unknown option", "--database.user");
    }

    @Test
    void no_command_shows_the_help_and_exits_2() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(said.toString()).contains("migrate", "info", "check");
    }

    @Test
    void a_setting_comes_from_the_arguments_before_the_environment_before_the_file(@TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(
                directory.resolve("serving.properties"), "database.url=wrong-in-file\ndatabase.user=x\n");
        String config = "--config=" + file;

        run(Map.of(), "check", config);
        assertThat(said.toString()).contains("database.url must begin").doesNotContain("user");
        assertThat(run(Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"), "check", config))
                .as("the environment's URL is well formed, so that only connecting can fail")
                .isEqualTo(1);
        assertThat(run(
                        Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"),
                        "check",
                        config,
                        "--database.url=bad"))
                .isEqualTo(2);
    }

    @Test
    void a_settings_file_that_is_not_there_is_named() {
        assertThat(run(Map.of(), "check", "--config", "/no/such.properties")).isEqualTo(2);
        assertThat(said.toString()).contains("/no/such.properties cannot be read");
    }
}
