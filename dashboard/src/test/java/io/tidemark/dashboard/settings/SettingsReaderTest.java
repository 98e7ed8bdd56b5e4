package io.tidemark.dashboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/tidemark";
    private static final Map<String, String> ENOUGH =
            Map.of("DATABASE_URL", URL, "DATABASE_PASSWORD", "secret", "LOGIN_MODE", "open");

    @Test
    void address_password_and_a_way_to_sign_in_are_enough() {
        DashboardSettings settings = complete(List.of(), ENOUGH);

        assertThat(settings.database()).isEqualTo(new DashboardSettings.Database(URL, "dashboard_reader", "secret"));
        assertThat(settings.web()).isEqualTo(new DashboardSettings.Web("127.0.0.1", 8080));
        assertThat(settings.pace())
                .isEqualTo(new DashboardSettings.Pace(Duration.ofMillis(250), Duration.ofSeconds(1)));
        assertThat(settings.freshness())
                .isEqualTo(new DashboardSettings.Freshness(Duration.ofSeconds(10), Duration.ofMinutes(15)));
    }

    @Test
    void everything_that_is_missing_or_wrong_is_reported_at_once() {
        assertThat(problems(List.of("--poll.interval=5", "--server.port=99999", "--databse.url=x", "stray"), Map.of()))
                .hasSize(7)
                .anyMatch(problem -> problem.contains("database.url is required") && problem.contains("DATABASE_URL"))
                .anyMatch(problem ->
                        problem.contains("database.password is required") && problem.contains("DATABASE_PASSWORD_FILE"))
                .anyMatch(
                        problem -> problem.contains("login.users is required") && problem.contains("LOGIN_USERS_FILE"))
                .anyMatch(problem -> problem.startsWith("poll.interval: expected a duration"))
                .anyMatch(problem -> problem.startsWith("server.port: expected a port"))
                .anyMatch(problem -> problem.contains("--databse.url is no setting"))
                .anyMatch(problem -> problem.contains("unexpected argument \"stray\""));
    }

    @Test
    void an_argument_wins_over_the_environment_and_that_over_the_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dashboard.properties");
        Files.writeString(file, "server.port=1\nserver.address=127.0.0.2\npoll.interval=3s\ndatabase.user=from_file\n");
        Map<String, String> environment = Map.of(
                "SERVER_PORT",
                "2",
                "POLL_INTERVAL",
                "2s",
                "LOGIN_MODE",
                "open",
                "DATABASE_URL",
                URL,
                "DATABASE_PASSWORD",
                "secret");

        DashboardSettings settings = complete(List.of("--config=" + file, "--poll.interval=250ms"), environment);

        assertThat(settings.pace().rest()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.web()).isEqualTo(new DashboardSettings.Web("127.0.0.2", 2));
        assertThat(settings.database().user()).isEqualTo("from_file");
    }

    @Test
    void a_password_can_come_from_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");

        DashboardSettings settings = complete(
                List.of("--login.mode=open"), Map.of("DATABASE_URL", URL, "DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(settings.database().password()).isEqualTo("from a file");
    }

    @Test
    void a_password_file_that_is_not_there_is_named() {
        assertThat(problems(
                        List.of("--database.password-file=/nowhere/password", "--login.mode=open"),
                        Map.of("DATABASE_URL", URL)))
                .singleElement()
                .asString()
                .contains("/nowhere/password cannot be read");
    }

    @Test
    void an_empty_value_counts_as_unset() {
        assertThat(problems(
                        List.of("--database.url=", "--login.mode=open"),
                        Map.of("DATABASE_URL", " ", "DATABASE_PASSWORD", "x")))
                .singleElement()
                .asString()
                .startsWith("database.url is required");
    }

    @Test
    void another_kind_of_database_is_refused() {
        assertThat(problems(List.of("--database.url=jdbc:mysql://x/y"), ENOUGH))
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://HOST:PORT/DB");
    }

    @Test
    void stale_begins_after_delayed() {
        assertThat(problems(List.of("--freshness.live=1h", "--freshness.delayed=1m"), ENOUGH))
                .containsExactly("freshness.delayed: is not shorter than freshness.live");
    }

    @Test
    void help_lists_every_setting_with_its_names_and_default() {
        assertThat(SettingsReader.read(List.of("--help"), Map.of()))
                .isInstanceOfSatisfying(SettingsOutcome.HelpWanted.class, help -> {
                    for (Setting setting : Setting.values()) {
                        assertThat(help.text())
                                .contains("--" + setting.key() + "=")
                                .contains(setting.environmentName());
                        assertThat(help.text()).contains(setting.defaultValue().orElse(""));
                    }
                });
    }

    @Test
    void links_to_other_pages_are_those_of_the_web_in_a_set_order() {
        DashboardSettings settings = complete(
                List.of("--link.spark=https://spark.example/history", "--link.airflow=http://127.0.0.1:8080"), ENOUGH);

        assertThat(settings.links().pages())
                .containsExactly(
                        Map.entry("Airflow", URI.create("http://127.0.0.1:8080")),
                        Map.entry("Spark", URI.create("https://spark.example/history")));
        assertThat(complete(List.of(), ENOUGH).links().pages()).isEmpty();
        assertThat(problems(
                        List.of("--link.flink=javascript:alert(1)", "--link.spark=:", "--link.airflow=flink"), ENOUGH))
                .hasSize(3)
                .allMatch(problem -> problem.startsWith("link."));
    }

    @Test
    void the_password_is_never_written_out() {
        assertThat(complete(List.of(), ENOUGH).toString()).doesNotContain("secret");
    }

    private static DashboardSettings complete(List<String> arguments, Map<String, String> environment) {
        return switch (SettingsReader.read(arguments, environment)) {
            case SettingsOutcome.Complete(var settings) -> settings;
            case SettingsOutcome other -> throw new AssertionError("expected settings, got " + other);
        };
    }

    private static List<String> problems(List<String> arguments, Map<String, String> environment) {
        return switch (SettingsReader.read(arguments, environment)) {
            case SettingsOutcome.Faulty(var problems) -> problems;
            case SettingsOutcome other -> throw new AssertionError("expected problems, got " + other);
        };
    }
}
