package io.tidemark.quality.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDayTest {
    private static final LocalDate DATE = LocalDate.of(2013, 10, 7);

    @TempDir
    Path empty = Path.of("");

    @Test
    void a_made_up_day_is_the_same_each_time_and_lies_within_its_date() throws IOException {
        List<Row> first = rows(MarketDay.of(DATE, empty));
        List<Row> second = rows(MarketDay.of(DATE, empty));

        assertThat(first).isEqualTo(second).hasSize(3 * 390 * 20);
        assertThat(first).allSatisfy(row -> assertThat(
                        Instant.ofEpochMilli(row.time()).atZone(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(DATE));
    }

    @Test
    void two_made_up_days_differ() throws IOException {
        assertThat(rows(MarketDay.of(DATE, empty))).isNotEqualTo(rows(MarketDay.of(DATE.plusDays(1), empty)));
    }

    private static List<Row> rows(MarketDay day) throws IOException {
        List<Row> rows = new ArrayList<>();
        day.writeTo(rows::add);
        return rows;
    }
}
