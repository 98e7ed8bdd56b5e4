package io.tidemark.speed.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertSeverity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapAlertsTest {
    private static final long FROM = Instant.parse("2026-11-23T18:00:00Z").toEpochMilli();

    private final GapAlerts alerts = new GapAlerts(new GapSeverity(Duration.ofMinutes(1), Duration.ofMinutes(10)));

    private Alert alert(long ms) {
        return alerts.map(new ObservedGap("finnhub", "AAPL", FROM, FROM + ms, "connection closed: 1006"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, INFO, NaN",
        "59999, INFO, NaN",
        "60000, WARNING, 60",
        "599999, WARNING, 60",
        "600000, CRITICAL, 600",
        "86400000, CRITICAL, 600"
    })
    void severity_grows_with_length(long ms, AlertSeverity severity, double threshold) {
        Alert alert = alert(ms);
        assertThat(alert.severity()).isEqualTo(severity);
        assertThat(alert.threshold()).isEqualTo(Double.valueOf(threshold));
        assertThat(alert.value()).isEqualTo(ms / 1e3);
    }

    @Test
    void a_gap_that_is_told_again_is_the_same_alert_unless_it_got_worse() {
        assertThat(alert(61_000).id())
                .isEqualTo(alert(90_000).id())
                .isEqualTo("feed-gap/finnhub/2026-11-23T18:00:00Z/warning")
                .isNotEqualTo(alert(601_000).id());
    }

    @Test
    void it_says_what_happened() {
        assertThat(alert(90_000).message()).isEqualTo("finnhub was not heard for 90 s: connection closed: 1006");
        assertThat(alert(90_000).occurredAt()).isEqualTo(FROM);
    }
}
