package io.tidemark.dashboard.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTextTest {

    static List<Silence> silences() {
        return List.of(Silence.NONE, Silence.FOR_GOOD, Silence.forAnHour(Instant.parse("2026-11-23T15:30:00Z")));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void what_is_written_is_read_again(Silence silence) {
        Preferences preferences = new Preferences(
                Theme.LIGHT,
                Density.COMPACT,
                TimeZoneChoice.LOCAL,
                new Pins(List.of("SPY", "\u00dc\"<b>"), true),
                silence);

        assertThat(PreferencesText.read(PreferencesText.write(preferences))).isEqualTo(preferences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"theme\":\"pink\",\"density\":7,\"zone\":null,\"pinned\":\"IBM\",\"silent\":\"tomorrow\"}"
            })
    void what_cannot_be_read_counts_as_not_set(String text) {
        assertThat(PreferencesText.read(text)).isEqualTo(Preferences.USUAL);
    }

    @Test
    void what_another_version_wrote_is_read_as_far_as_it_is_known() {
        assertThat(PreferencesText.read("{\"theme\":\"dark\",\"sound\":\"on\",\"pinned\":[\"IBM\",7,{}]}"))
                .isEqualTo(Preferences.USUAL.withTheme(Theme.DARK).withWatchlist(new Pins(List.of("IBM"), false)));
    }

    @Test
    void the_longest_that_can_be_set_is_within_what_the_database_takes() {
        List<String> symbols = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> "\u20ac".repeat(60) + i)
                .toList();
        String text = PreferencesText.write(Preferences.USUAL.withWatchlist(new Pins(symbols, true)));

        assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThan(65_536);
        assertThat(PreferencesText.read(text).watchlist().symbols()).hasSize(Pins.MOST);
    }
}
