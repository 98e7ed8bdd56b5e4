package io.tidemark.speed.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void an_id_is_made_of_what_raised_it() {
        long hour = Instant.parse("2026-11-23T18:00:00Z").toEpochMilli();
        assertThat(Alert.idOf(AlertKind.NEWS_BURST, "AAPL", hour)).isEqualTo("news-burst/AAPL/2026-11-23T18:00:00Z");
    }

    @Test
    void kinds_and_severities_are_spelled_as_the_table_wants_them() {
        assertThat(Arrays.stream(AlertKind.values()).map(AlertKind::text))
                .isEqualTo(List.of("news-burst", "price-move", "feed-gap"));
        assertThat(Arrays.stream(AlertSeverity.values()).map(AlertSeverity::text))
                .isEqualTo(List.of("info", "warning", "critical"));
    }
}
