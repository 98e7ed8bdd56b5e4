package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Settings: where they come from, and what is said of those that are wrong. */
class SpeedLayerJobTest {
    private final StringWriter text = new StringWriter();

    private int run(Map<String, String> environment, String... args) throws Exception {
        return SpeedLayerJob.run(args, environment, new PrintWriter(text, true));
    }

    private static SpeedLayerSettings settings(Map<String, String> environment, String... args) {
        var arguments = new SpeedLayerArguments();
        new CommandLine(arguments)
                .setDefaultValueProvider(SettingSources.of(args, environment))
                .parseArgs(args);
        return arguments.settings();
    }

    @Test
    void everything_that_is_missing_or_wrong_is_in_one_message() throws Exception {
        assertThat(run(
                        Map.of(),
                        "--http.port=70000",
                        "--parallelism=0",
                        "--conditions=nowhere.csv",
                        "--news.companies=nowhere.csv",
                        "--news.remember=1h",
                        "--news.terms.top=0"))
                .isEqualTo(2);
        assertThat(text.toString())
                .contains(
                        "kafka.bootstrap-servers is missing",
                        "database.url is missing",
                        "database.user is missing",
                        "database.password is missing",
                        "checkpoint.directory is missing",
                        "conditions: ",
                        "news.companies: ",
                        "news.remember must be longer",
                        "news.terms.top",
                        "parallelism must be 1 or more",
                        "http.port must lie between");
    }

    @Test
    void an_unknown_setting_is_an_error() throws Exception {
        assertThat(run(Map.of(), "--kafka.bootstrap-server=x")).isEqualTo(2);
        assertThat(text.toString()).contains("--kafka.bootstrap-server");
    }

    @Test
    void help_lists_every_setting() throws Exception {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(text.toString())
                .contains("--kafka.bootstrap-servers", "--checkpoint.directory", "--bars.emit-every", "8083")
                .contains("--news.allowed-lateness", "24h", "--kafka.topic.news", "market.news.v1");
    }

    @Test
    void settings_come_from_arguments_then_variables_then_the_file(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("speed.properties");
        Files.writeString(file, """
                kafka.bootstrap-servers=file:1
                database.url=jdbc:postgresql://file/db
                database.user=file
                checkpoint.directory=/file
                """);
        Path password = Files.writeString(directory.resolve("password"), "secret\n");
        SpeedLayerSettings settings = settings(
                Map.of("DATABASE_USER", "variable", "DATABASE_URL", "jdbc:postgresql://variable/db"),
                "--config=" + file,
                "--database.url=jdbc:postgresql://argument/db",
                "--database.password.file=" + password);

        assertThat(settings.kafka().bootstrapServers()).isEqualTo("file:1");
        assertThat(settings.database())
                .isEqualTo(new SpeedLayerSettings.Database("jdbc:postgresql://argument/db", "variable", "secret"));
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(settings.news().enabled()).isTrue();
        assertThat(settings.news().rules().terms().top()).isEqualTo(50);
    }

    @Test
    void news_that_is_switched_off_may_leave_its_state_behind() {
        assertThat(ignoresUnclaimedState("--news.enabled=false")).isTrue();
        assertThat(ignoresUnclaimedState()).isFalse();
    }

    private static boolean ignoresUnclaimedState(String... more) {
        Map<String, String> required = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "DATABASE_USER", "speed_writer",
                "DATABASE_PASSWORD", "unused",
                "CHECKPOINT_DIRECTORY", "/checkpoints");
        return JobConfiguration.local(settings(required, more), Optional.of(Path.of("/checkpoints/job/chk-1")))
                .get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE);
    }
}
