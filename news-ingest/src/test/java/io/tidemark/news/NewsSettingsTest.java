package io.tidemark.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.tidemark.servicekit.config.ConfigLoader;
import io.tidemark.servicekit.config.ConfigOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsSettingsTest {
    private static final String KAFKA = "--kafka.bootstrap-servers=127.0.0.1:9092";

    private static ConfigOutcome<NewsSettings> load(Map<String, String> environment, String... arguments) {
        return new ConfigLoader<>("news-ingest", "test", NewsSettings.class, Map.of(), List.of(SettingRules::check))
                .load(List.of(arguments), environment);
    }

    @Test
    void without_a_key_the_defaults_run_on_feeds_and_gdelt() {
        assertThat(load(Map.of(), KAFKA)).isInstanceOfSatisfying(ConfigOutcome.Loaded.class, loaded -> {
            var settings = (NewsSettings) loaded.settings();
            assertThat(settings.sources()).containsExactly("rss", "gdelt");
            assertThat(settings.rss().feeds()).hasSize(2);
            assertThat(settings.finnhub().callsPerMinute()).isEqualTo(60);
            assertThat(settings.dedupe().maxAge()).isEqualTo(Duration.ofDays(3));
        });
    }

    @Test
    void the_key_comes_from_the_environment_and_is_not_shown() {
        assertThat(load(Map.of("FINNHUB_TOKEN", "s3cret"), KAFKA, "--sources=finnhub-news"))
                .isInstanceOf(ConfigOutcome.Loaded.class)
                .extracting(outcome -> ((ConfigOutcome.Loaded<NewsSettings>) outcome).effective(), list(String.class))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void a_key_that_no_header_can_carry_is_refused_without_showing_it() {
        assertThat(load(Map.of("FINNHUB_TOKEN", "s3\ncret"), KAFKA, "--sources=finnhub-news")
                        .toString())
                .contains("finnhub.token: holds characters that no key has")
                .doesNotContain("s3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sources=rss,rss | one is named twice",
                "--sources=twitter | \"twitter\" is none of",
                "--sources=finnhub-news | finnhub.token (FINNHUB_TOKEN) or finnhub.token.file is required",
                "--sources=finnhub-company-news | finnhub-company-news needs one of finnhub.symbols",
                "--rss.feeds=https://a.example/1,https://a.example/2 | two feeds are called a.example",
                "--rss.feeds=nowhere | rss.feeds: expected https://HOST/...",
                "--gdelt.timespan=10m | gdelt.timespan: expected at least 15m",
                "--gdelt.url=ftp://a.example | gdelt.url: expected https://HOST/...",
                "--fetch.max-body=1GiB | fetch.max-body: expected 1 to 33554432",
                "--fetch.backoff.longest=1ms | fetch.backoff.longest: must be above",
                "--fetch.backoff.jitter=2 | fetch.backoff.jitter: 2.0 is no share",
                "--dedupe.max-articles=5 | dedupe.max-articles: expected 100",
                "--kafka.delivery-timeout=10ms | kafka.delivery-timeout: expected 1000",
            })
    void what_is_wrong_is_told(String argument, String message) {
        assertThat(load(Map.of(), KAFKA, argument.strip()))
                .isInstanceOfSatisfying(
                        ConfigOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems().toString()).contains(message.strip()));
    }
}
