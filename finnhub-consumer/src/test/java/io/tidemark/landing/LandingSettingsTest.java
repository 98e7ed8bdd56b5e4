package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.servicekit.config.ConfigLoader;
import io.tidemark.servicekit.config.ConfigOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LandingSettingsTest {

    @Test
    void broker_and_directory_must_be_set() {
        assertThat(problems(List.of())).hasSize(2);
    }

    @Test
    void everything_else_has_a_default() {
        LandingSettings settings =
                settings(List.of("--landing.directory=finnhub-data"), Map.of("KAFKA_BOOTSTRAP_SERVERS", "broker:9092"));
        assertThat(settings.kafka().bootstrapServers()).isEqualTo("broker:9092");
        assertThat(settings.kafka().groupId()).isEqualTo("finnhub-consumer");
        assertThat(settings.kafka().topic()).isEqualTo("market.trades.v1");
        assertThat(settings.landing().directory()).isEqualTo(Path.of("finnhub-data"));
        assertThat(settings.kafka().newsTopic()).isEqualTo("market.news.v1");
        assertThat(settings.landing().datasets()).containsExactly("trades", "news");
        assertThat(settings.landing().acceptGap()).isFalse();
        assertThat(settings.landing().maxFuture()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.landing().maxOpenFiles()).isEqualTo(1_000);
        assertThat(settings.landing().segment().maxBytes().bytes()).isEqualTo(64L << 20);
        assertThat(settings.landing().segment().maxAge()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void limits_of_zero_are_refused_together() {
        assertThat(problems(List.of(
                        "--landing.directory=d",
                        "--kafka.bootstrap-servers=b:1",
                        "--landing.max-open-files=0",
                        "--landing.segment.max-bytes=0",
                        "--landing.segment.max-age=0s")))
                .hasSize(3);
    }

    @Test
    void an_unknown_dataset_is_refused_and_those_there_are_named() {
        assertThat(problems(List.of(
                        "--landing.directory=d", "--kafka.bootstrap-servers=b:1", "--landing.datasets=trades,quotes")))
                .containsExactly("landing.datasets: there is no \"quotes\", only trades, news");
    }

    private static List<String> problems(List<String> arguments) {
        if (load(arguments, Map.of()) instanceof ConfigOutcome.Invalid<LandingSettings> invalid) {
            return invalid.problems();
        }
        return List.of();
    }

    private static LandingSettings settings(List<String> arguments, Map<String, String> environment) {
        if (load(arguments, environment) instanceof ConfigOutcome.Loaded<LandingSettings> loaded) {
            return loaded.settings();
        }
        throw new AssertionError("the settings are wrong");
    }

    private static ConfigOutcome<LandingSettings> load(List<String> arguments, Map<String, String> environment) {
        return new ConfigLoader<LandingSettings>(
                        "finnhub-consumer",
                        "test",
                        LandingSettings.class,
                        Map.of(),
                        List.of(new LandingSettingsCheck()))
                .load(arguments, environment);
    }
}
