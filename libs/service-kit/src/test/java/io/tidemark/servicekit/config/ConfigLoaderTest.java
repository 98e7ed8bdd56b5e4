package io.tidemark.servicekit.config;

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

class ConfigLoaderTest {
    private static final String[] REQUIRED = {"--kafka.bootstrap-servers=k:9092", "--feed.token=s3cret"};

    @TempDir
    private Path directory = Path.of(".");

    private static ConfigOutcome<SampleSettings> load(Map<String, String> environment, String... arguments) {
        return loader().load(List.of(arguments), environment);
    }

    private static ConfigLoader<SampleSettings> loader() {
        return new ConfigLoader<>("sample", "Shows settings.", SampleSettings.class, Map.of(), List.of());
    }

    private static SampleSettings loaded(ConfigOutcome<SampleSettings> outcome) {
        assertThat(outcome).isInstanceOf(ConfigOutcome.Loaded.class);
        return ((ConfigOutcome.Loaded<SampleSettings>) outcome).settings();
    }

    private static List<String> problems(ConfigOutcome<SampleSettings> outcome) {
        assertThat(outcome).isInstanceOf(ConfigOutcome.Invalid.class);
        return ((ConfigOutcome.Invalid<SampleSettings>) outcome).problems();
    }

    @Test
    void defaults_stand_where_nothing_is_set() {
        var feed = loaded(load(Map.of(), REQUIRED)).feed();

        assertThat(feed.url()).isEqualTo(URI.create("wss://feed.example"));
        assertThat(feed.symbols()).isEmpty();
        assertThat(feed.maxSilence()).isEqualTo(Duration.ofSeconds(150));
        assertThat(feed.maxFrame()).isEqualTo(new ByteSize(4 << 20));
        assertThat(feed.acceptGap()).isFalse();
        assertThat(feed.count()).isEqualTo(3);
    }

    @Test
    void an_argument_wins_over_the_environment_and_that_over_the_file() throws IOException {
        Path file = Files.writeString(
                directory.resolve("sample.properties"),
                "feed.count=10\nfeed.max-silence=10s\nfeed.max-frame=10\nkafka.bootstrap-servers=file:1\nfeed.token=t\n");

        var settings = loaded(load(
                Map.of("FEED_COUNT", "20", "FEED_MAX_SILENCE", "20s", "HOME", "/elsewhere"),
                "--config=" + file,
                "--feed.count=30"));

        assertThat(settings.feed().count()).isEqualTo(30);
        assertThat(settings.feed().maxSilence()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.feed().maxFrame().bytes()).isEqualTo(10);
        assertThat(settings.bootstrapServers()).isEqualTo("file:1");
    }

    @Test
    void a_list_keeps_spaces_and_colons_within_its_names() {
        var settings = loaded(load(Map.of("FEED_SYMBOLS", "AAPL, IC MARKETS:1,BINANCE:BTCUSDT"), REQUIRED));

        assertThat(settings.feed().symbols()).hasValueSatisfying(symbols -> assertThat(symbols)
                .containsExactly("AAPL", "IC MARKETS:1", "BINANCE:BTCUSDT"));
    }

    @Test
    void a_flag_needs_no_value() {
        assertThat(loaded(load(Map.of(), REQUIRED[0], REQUIRED[1], "--feed.accept-gap"))
                        .feed()
                        .acceptGap())
                .isTrue();
    }

    @Test
    void nothing_is_expanded_within_a_value() {
        var settings = loaded(load(Map.of(), REQUIRED[0], "--feed.token=a${b}\\c%"));

        assertThat(settings.feed().token().reveal()).isEqualTo("a${b}\\c%");
    }

    @Test
    void all_problems_are_reported_at_once() {
        var problems = problems(load(
                Map.of("FEED_URL", "not a url"),
                "--feed.count=many",
                "--feed.max-silence=150",
                "--feed.max-frame=big",
                "--feed.cuont=1",
                "verify",
                "--feed.symbols"));

        assertThat(problems)
                .anyMatch(line -> line.startsWith("kafka.bootstrap-servers is required")
                        && line.contains("KAFKA_BOOTSTRAP_SERVERS"))
                .anyMatch(line -> line.startsWith("feed.token is required") && line.contains("FEED_TOKEN_FILE"))
                .anyMatch(line -> line.equals("feed.count: Expected an integer value, got \"many\""))
                .anyMatch(line -> line.startsWith("feed.max-silence: expected a duration such as"))
                .anyMatch(line -> line.startsWith("feed.max-frame: expected a size such as"))
                .anyMatch(line -> line.startsWith("feed.url: "))
                .anyMatch(line -> line.equals("argument --feed.cuont is no setting; did you mean feed.count?"))
                .anyMatch(line -> line.startsWith("unexpected argument \"verify\""))
                .anyMatch(line -> line.equals("--feed.symbols needs a value: --feed.symbols=VALUE"))
                .hasSize(9);
    }

    @Test
    void an_unknown_name_in_the_file_is_an_error_that_names_the_file() throws IOException {
        Path file = Files.writeString(directory.resolve("a.properties"), "kafka.boostrap-servers=k:1\n");

        assertThat(problems(load(Map.of(), REQUIRED[0], REQUIRED[1], "--config=" + file)))
                .containsExactly(
                        file + ": kafka.boostrap-servers is no setting;" + " did you mean kafka.bootstrap-servers?");
    }

    @Test
    void a_file_that_is_not_there_is_an_error() {
        assertThat(problems(load(Map.of(), REQUIRED[0], REQUIRED[1], "--config=" + directory.resolve("none"))))
                .singleElement()
                .asString()
                .startsWith("--config: cannot read");
    }

    @Test
    void an_empty_value_counts_as_unset() {
        assertThat(problems(load(Map.of("FEED_TOKEN", ""), REQUIRED[0])))
                .singleElement()
                .asString()
                .startsWith("feed.token is required");
    }

    @Test
    void a_secret_may_come_from_a_file() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "from-file\n");

        var settings = loaded(load(Map.of("FEED_TOKEN_FILE", token.toString()), REQUIRED[0]));

        assertThat(settings.feed().token().reveal()).isEqualTo("from-file");
    }

    @Test
    void a_secret_file_that_cannot_be_read_or_is_empty_is_an_error() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\n");

        assertThat(problems(load(Map.of(), REQUIRED[0], "--feed.token.file=" + directory.resolve("none"))))
                .singleElement()
                .asString()
                .startsWith("feed.token.file: cannot read");
        assertThat(problems(load(Map.of(), REQUIRED[0], "--feed.token.file=" + empty)))
                .singleElement()
                .asString()
                .endsWith("is empty");
    }

    @Test
    void a_secret_given_twice_in_one_place_is_an_error() {
        assertThat(problems(load(Map.of(), REQUIRED[0], REQUIRED[1], "--feed.token.file=x")))
                .containsExactly("feed.token and feed.token.file are both set (argument): choose one");
    }

    @Test
    void the_effective_settings_show_their_origin_and_mask_secrets() {
        var outcome = load(Map.of("FEED_COUNT", "7"), REQUIRED);

        assertThat(outcome).isInstanceOf(ConfigOutcome.Loaded.class);
        assertThat(((ConfigOutcome.Loaded<SampleSettings>) outcome).effective())
                .contains(
                        "feed.count = 7 (environment)",
                        "feed.symbols is unset",
                        "feed.token = ******** (argument)",
                        "kafka.bootstrap-servers = k:9092 (argument)")
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void problems_never_hold_a_secret() {
        assertThat(problems(load(Map.of("FEED_TOKEN", "s3cret"), "--feed.count=x")))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void a_check_across_settings_runs_when_each_is_right() {
        SettingCheck<SampleSettings> check = (settings, problems) -> {
            if (settings.feed().symbols().isEmpty()
                    && settings.feed().symbolsFile().isEmpty()) {
                problems.accept("feed.symbols or feed.symbols.file is required");
            }
        };
        var loader = new ConfigLoader<>("sample", "", SampleSettings.class, Map.of(), List.of(check));

        assertThat(problems(loader.load(List.of(REQUIRED), Map.of())))
                .containsExactly("feed.symbols or feed.symbols.file is required");
    }

    @Test
    void a_service_can_replace_a_declared_default() {
        var loader = new ConfigLoader<>("sample", "", SampleSettings.class, Map.of("feed.count", "9"), List.of());

        assertThat(loaded(loader.load(List.of(REQUIRED), Map.of())).feed().count())
                .isEqualTo(9);
    }

    @Test
    void help_names_every_setting_with_its_variable_default_and_meaning() {
        var outcome = load(Map.of(), "--nonsense", "--help");

        assertThat(outcome).isInstanceOf(ConfigOutcome.HelpWanted.class);
        assertThat(((ConfigOutcome.HelpWanted<SampleSettings>) outcome).text())
                .contains("sample: Shows settings.")
                .contains("--feed.token=VALUE  or --feed.token.file=FILE\n      Key of the feed.\n"
                        + "      Environment: FEED_TOKEN or FEED_TOKEN_FILE. Required.")
                .contains("--feed.symbols=VALUE\n      Names, separated by commas.\n"
                        + "      Environment: FEED_SYMBOLS. Default: unset.")
                .contains("Environment: FEED_MAX_SILENCE. Default: 150s.");
    }
}
