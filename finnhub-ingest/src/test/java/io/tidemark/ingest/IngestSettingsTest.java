package io.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.servicekit.config.ConfigLoader;
import io.tidemark.servicekit.config.ConfigOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestSettingsTest {

    private static ConfigOutcome<IngestSettings> load(Map<String, String> environment, String... more) {
        var arguments = new ArrayList<>(List.of("--kafka.bootstrap-servers=k:9092", "--finnhub.token=s3cret"));
        arguments.addAll(List.of(more));
        return new ConfigLoader<>("finnhub-ingest", "", IngestSettings.class, Map.of(), List.of(SettingRules::check))
                .load(arguments, environment);
    }

    private static IngestSettings settings(ConfigOutcome<IngestSettings> outcome) {
        assertThat(outcome).isInstanceOf(ConfigOutcome.Loaded.class);
        return ((ConfigOutcome.Loaded<IngestSettings>) outcome).settings();
    }

    private static List<String> problems(ConfigOutcome<IngestSettings> outcome) {
        assertThat(outcome).isInstanceOf(ConfigOutcome.Invalid.class);
        return ((ConfigOutcome.Invalid<IngestSettings>) outcome).problems();
    }

    @Test
    void defaults_follow_what_is_known_of_the_feed() {
        var finnhub = settings(load(Map.of(), "--finnhub.symbols=AAPL")).finnhub();

        assertThat(finnhub.url()).isEqualTo(URI.create("wss://ws.finnhub.io"));
        assertThat(finnhub.maxSilence()).isEqualTo(Duration.ofSeconds(150));
        assertThat(finnhub.backoff().first()).isEqualTo(Duration.ofSeconds(1));
        assertThat(finnhub.backoff().longest()).isEqualTo(Duration.ofSeconds(60));
        assertThat(finnhub.backoff().jitter()).isEqualTo(0.2);
        assertThat(finnhub.backoff().stable()).isEqualTo(Duration.ofSeconds(60));
        assertThat(finnhub.rejected().first()).isEqualTo(Duration.ofSeconds(60));
        assertThat(finnhub.rejected().longest()).isEqualTo(Duration.ofMinutes(15));
        assertThat(finnhub.invalidSymbolRetries()).hasSize(5).endsWith(Duration.ofMinutes(45));
        assertThat(finnhub.maxFrame().bytes()).isEqualTo(4 << 20);
        assertThat(finnhub.maxAhead()).isEqualTo(Duration.ofDays(1));
        assertThat(finnhub.state().file()).isEmpty();
        assertThat(finnhub.state().interval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void kafka_defaults_fit_one_broker() {
        var kafka = settings(load(Map.of(), "--finnhub.symbols=AAPL")).kafka();

        assertThat(kafka.topic().partitions()).isEqualTo(6);
        assertThat(kafka.topic().replicationFactor()).isEqualTo((short) 1);
        assertThat(kafka.topic().tradesRetention()).isEqualTo(Duration.ofDays(7));
        assertThat(kafka.maxInFlight()).isEqualTo(100_000);
        assertThat(kafka.startupTimeout()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everything_can_come_from_the_environment() {
        var finnhub = settings(load(Map.of(
                        "FINNHUB_SYMBOLS_FILE", "/run/symbols",
                        "FINNHUB_MAX_SILENCE", "10s",
                        "FINNHUB_STATE_FILE", "/run/state.json",
                        "FINNHUB_INVALID_SYMBOL_RETRIES", "1s,2s")))
                .finnhub();

        assertThat(finnhub.symbolsFile()).contains(Path.of("/run/symbols"));
        assertThat(finnhub.maxSilence()).isEqualTo(Duration.ofSeconds(10));
        assertThat(finnhub.state().file()).contains(Path.of("/run/state.json"));
        assertThat(finnhub.invalidSymbolRetries()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        var loader =
                new ConfigLoader<>("finnhub-ingest", "", IngestSettings.class, Map.of(), List.of(SettingRules::check));
        assertThat(problems(loader.load(List.of(), Map.of())))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("finnhub.token is required"))
                .anyMatch(problem -> problem.startsWith("kafka.bootstrap-servers is required"))
                .anyMatch(problem -> problem.startsWith("set one of finnhub.symbols (FINNHUB_SYMBOLS)"));
    }

    @Test
    void symbols_come_from_one_place() {
        assertThat(problems(load(Map.of())))
                .singleElement()
                .asString()
                .startsWith("set one of finnhub.symbols (FINNHUB_SYMBOLS)");
        assertThat(problems(load(Map.of(), "--finnhub.symbols=A", "--finnhub.symbols.file=b")))
                .hasSize(1);
    }

    @Test
    void a_key_in_the_address_is_refused_and_not_repeated() {
        assertThat(problems(load(Map.of(), "--finnhub.symbols=A", "--finnhub.url=wss://host?token=hidden")))
                .singleElement()
                .asString()
                .contains("finnhub.token")
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "finnhub.url,http://host",
        "finnhub.url,wss:host",
        "finnhub.max-silence,0s",
        "finnhub.max-frame,0",
        "finnhub.max-frame,1GiB",
        "finnhub.backoff.first,0s",
        "finnhub.backoff.longest,1ms",
        "finnhub.rejected.longest,1ms",
        "finnhub.backoff.jitter,1.5",
        "finnhub.invalid-symbol.retries,0s",
        "finnhub.state.interval,0s",
        "kafka.max-in-flight,0",
        "kafka.topic.partitions,0",
        "kafka.topic.replication-factor,0",
        "kafka.startup-timeout,0s",
    })
    void senseless_values_are_refused_by_name(String name, String value) {
        assertThat(problems(load(Map.of(), "--finnhub.symbols=A", "--" + name + "=" + value)))
                .singleElement()
                .asString()
                .startsWith(name + ":");
    }
}
