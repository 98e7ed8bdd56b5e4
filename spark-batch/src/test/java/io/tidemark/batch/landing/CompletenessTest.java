package io.tidemark.batch.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.TestTrade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class CompletenessTest {
    private static final LocalDate DATE = LocalDate.parse("2013-10-07");
    private static final long NEXT_YEAR = Instant.parse("2014-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    private Path directory;

    private LandingFixture landing;

    @BeforeEach
    void newLanding() {
        landing = new LandingFixture(directory);
    }

    private void land(int partition, String instant) throws IOException {
        landing.land(partition, TestTrade.of("SPY", "1", "1", instant));
    }

    private String boundary(LocalDate date) {
        return LandedTrades.read(directory, Duration.ofSeconds(5))
                .completeness()
                .of(date)
                .toString();
    }

    @Test
    void one_partition_is_complete_up_to_its_greatest_event_time_less_the_disorder() throws IOException {
        land(0, "2013-10-07T14:30:00.123Z");
        land(0, "2013-10-07T14:00:00Z");
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T14:29:55.123Z");
    }

    @Test
    void a_partition_that_lags_holds_the_boundary() throws IOException {
        land(0, "2013-10-07T14:30:00Z");
        land(1, "2013-10-07T13:00:00Z");
        landing.progress(1, 5, NEXT_YEAR);
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T12:59:55Z");
    }

    @Test
    void a_quiet_partition_that_has_landed_everything_holds_nothing_back() throws IOException {
        land(0, "2013-10-07T14:30:00Z");
        land(1, "2013-10-07T13:00:00Z");
        landing.progress(1, 1, NEXT_YEAR);
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T14:29:55Z");
    }

    @Test
    void what_a_consumer_said_before_it_stopped_is_worth_no_more_than_until_then() throws IOException {
        land(0, "2013-10-07T14:30:00Z");
        land(1, "2013-10-07T13:00:00Z");
        landing.progress(1, 1, Instant.parse("2013-10-07T13:20:00Z").toEpochMilli());
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T13:20:00Z");
    }

    @Test
    void a_date_is_complete_to_its_end_once_every_partition_is_beyond_it_by_the_disorder() throws IOException {
        land(0, "2013-10-08T00:00:05Z");
        land(1, "2013-10-08T09:00:00Z");
        assertThat(boundary(DATE)).isEqualTo("2013-10-08T00:00:00Z");
    }

    @Test
    void the_first_trades_of_the_next_date_leave_room_for_the_last_ones_of_a_date() throws IOException {
        land(0, "2013-10-08T00:00:04.999Z");
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T23:59:59.999Z");
        assertThat(boundary(DATE.plusDays(1))).isEqualTo("2013-10-08T00:00:00Z");
    }

    @Test
    void a_date_that_no_partition_has_reached_is_complete_to_its_start() throws IOException {
        land(0, "2013-10-06T10:00:00Z");
        assertThat(boundary(DATE)).isEqualTo("2013-10-07T00:00:00Z");
    }
}
