package io.tidemark.batch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SessionsTest {

    @Test
    void an_ordinary_date_in_winter_has_two_parts_of_the_post_market() {
        assertThat(rows("2024-01-10"))
                .containsExactly(
                        "continuous regular 2024-01-10T00:00:00Z 2024-01-11T00:00:00Z null",
                        "fx regular 2024-01-10T00:00:00Z 2024-01-11T00:00:00Z null",
                        "us-equities post 2024-01-10T00:00:00Z 2024-01-10T01:00:00Z null",
                        "us-equities post 2024-01-10T21:00:00Z 2024-01-11T00:00:00Z null",
                        "us-equities pre 2024-01-10T09:00:00Z 2024-01-10T14:30:00Z null",
                        "us-equities regular 2024-01-10T14:30:00Z 2024-01-10T21:00:00Z null");
    }

    @Test
    void a_half_day_says_so() {
        assertThat(rows("2024-07-03"))
                .contains("us-equities regular 2024-07-03T13:30:00Z 2024-07-03T17:00:00Z half day");
    }

    @Test
    void a_holiday_is_a_row_with_its_name_beside_the_evening_before() {
        assertThat(rows("2024-03-29"))
                .filteredOn(row -> row.startsWith("us-equities"))
                .containsExactly("us-equities closed 2024-03-29T08:00:00Z 2024-03-30T00:00:00Z Good Friday");
        assertThat(rows("2024-11-28"))
                .filteredOn(row -> row.startsWith("us-equities"))
                .containsExactly(
                        "us-equities closed 2024-11-28T09:00:00Z 2024-11-29T00:00:00Z Thanksgiving Day",
                        "us-equities post 2024-11-28T00:00:00Z 2024-11-28T01:00:00Z null");
    }

    @Test
    void a_weekend_has_rows_of_continuous_markets_only() {
        assertThat(rows("2024-07-13"))
                .containsExactly("continuous regular 2024-07-13T00:00:00Z 2024-07-14T00:00:00Z null");
    }

    private static List<String> rows(String date) {
        return Sessions.rows(LocalDate.parse(date)).stream()
                .map(SessionsTest::text)
                .toList();
    }

    private static String text(Row row) {
        return String.join(
                " ",
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant().toString(),
                row.getTimestamp(4).toInstant().toString(),
                String.valueOf(row.get(5)));
    }
}
