package io.tidemark.batch.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.conditions.RegularSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "AAPL, US_EQUITIES",
        "BRK.B, US_EQUITIES",
        "BINANCE:BTCUSDT, CONTINUOUS",
        "COINBASE:ETH-USD, CONTINUOUS",
        "OANDA:EUR_USD, FX",
        "FXCM:EUR/USD, FX",
        "FOREX:401484392, FX",
        "IC MARKETS:1, FX",
    })
    void a_symbol_tells_its_market(String symbol, MarketCalendar calendar) {
        assertThat(MarketCalendar.of(symbol)).isEqualTo(calendar);
    }

    @Test
    void in_summer_all_sessions_end_within_the_utc_date() {
        assertThat(equities("2024-07-10"))
                .containsExactly("PRE 08:00-13:30", "REGULAR 13:30-20:00", "POST 20:00-00:00");
    }

    @Test
    void in_winter_the_last_hour_of_the_post_market_is_the_first_of_the_next_utc_date() {
        assertThat(equities("2024-01-10"))
                .containsExactly("POST 00:00-01:00", "PRE 09:00-14:30", "REGULAR 14:30-21:00", "POST 21:00-00:00");
        assertThat(equities("2024-01-13")).as("Saturday").containsExactly("POST 00:00-01:00");
        assertThat(equities("2024-01-14")).as("Sunday").isEmpty();
        assertThat(equities("2024-01-15")).as("a Monday's holiday").isEmpty();
        assertThat(equities("2024-01-16")).as("the day after").first().isEqualTo("PRE 09:00-14:30");
    }

    @Test
    void a_change_of_clocks_moves_the_sessions_by_an_hour() {
        assertThat(equities("2024-03-08")).contains("REGULAR 14:30-21:00");
        assertThat(equities("2024-03-11"))
                .containsExactly("PRE 08:00-13:30", "REGULAR 13:30-20:00", "POST 20:00-00:00");
        assertThat(equities("2024-11-01")).contains("REGULAR 13:30-20:00");
        assertThat(equities("2024-11-04"))
                .containsExactly("PRE 09:00-14:30", "REGULAR 14:30-21:00", "POST 21:00-00:00");
    }

    @Test
    void a_half_day_closes_at_13_and_its_post_market_at_17() {
        assertThat(equities("2024-07-03"))
                .containsExactly("PRE 08:00-13:30", "REGULAR 13:30-17:00", "POST 17:00-21:00");
        assertThat(equities("2024-11-29"))
                .as("the morning after Thanksgiving has no evening before it")
                .containsExactly("PRE 09:00-14:30", "REGULAR 14:30-18:00", "POST 18:00-22:00");
    }

    @Test
    void a_holiday_has_no_session() {
        assertThat(equities("2024-07-04")).isEmpty();
        assertThat(equities("2024-12-25")).isEmpty();
    }

    @Test
    void crypto_is_always_in_its_regular_session() {
        for (String date : List.of("2024-03-10", "2024-11-03", "2024-12-25", "2024-07-13")) {
            assertThat(sessions(MarketCalendar.CONTINUOUS, date)).containsExactly("REGULAR 00:00-00:00");
        }
    }

    @Test
    void foreign_exchange_rests_from_friday_17_to_sunday_17_in_new_york() {
        assertThat(sessions(MarketCalendar.FX, "2024-03-07")).containsExactly("REGULAR 00:00-00:00");
        assertThat(sessions(MarketCalendar.FX, "2024-03-08")).containsExactly("REGULAR 00:00-22:00");
        assertThat(sessions(MarketCalendar.FX, "2024-03-09")).isEmpty();
        assertThat(sessions(MarketCalendar.FX, "2024-03-10"))
                .as("clocks have changed")
                .containsExactly("REGULAR 21:00-00:00");
        assertThat(sessions(MarketCalendar.FX, "2024-03-11")).containsExactly("REGULAR 00:00-00:00");
    }

    @Test
    void sessions_of_successive_dates_never_overlap_and_lie_within_their_date() {
        for (MarketCalendar calendar : MarketCalendar.values()) {
            Instant last = Instant.MIN;
            for (LocalDate date : LocalDate.of(2023, 12, 1)
                    .datesUntil(LocalDate.of(2025, 2, 1))
                    .toList()) {
                Instant midnight = Instant.parse(date + "T00:00:00Z");
                for (TradingSession session : calendar.sessions(date)) {
                    assertThat(session.from()).isAfterOrEqualTo(last).isAfterOrEqualTo(midnight);
                    assertThat(session.to()).isBeforeOrEqualTo(midnight.plus(Duration.ofDays(1)));
                    last = session.to();
                }
            }
        }
    }

    @Test
    void an_instant_is_of_the_session_that_begins_with_it_and_not_of_one_that_ends_with_it() {
        assertThat(MarketCalendar.US_EQUITIES.kindAt(Instant.parse("2024-07-10T13:29:59.999Z")))
                .contains(SessionKind.PRE);
        assertThat(MarketCalendar.US_EQUITIES.kindAt(Instant.parse("2024-07-10T13:30:00Z")))
                .contains(SessionKind.REGULAR);
        assertThat(MarketCalendar.US_EQUITIES.kindAt(Instant.parse("2024-07-10T20:00:00Z")))
                .contains(SessionKind.POST);
        assertThat(MarketCalendar.US_EQUITIES.kindAt(Instant.parse("2024-07-10T02:00:00Z")))
                .isEmpty();
    }

    @Test
    void on_ordinary_days_the_regular_session_is_that_of_the_sale_conditions() {
        var other = new RegularSession();
        for (LocalDate date :
                LocalDate.of(2023, 1, 1).datesUntil(LocalDate.of(2025, 1, 1)).toList()) {
            if (NewYorkExchange.closure(date).isPresent()
                    || NewYorkExchange.halfDay(date).isPresent()) {
                continue;
            }
            SessionDay day = MarketCalendar.US_EQUITIES.on(date);
            for (int minute = 0; minute < 1440; minute += 5) {
                long time = Instant.parse(date + "T00:00:00Z").toEpochMilli() + minute * 60_000L;
                assertThat(day.kindAt(time).equals(Optional.of(SessionKind.REGULAR)))
                        .isEqualTo(other.contains(time));
            }
        }
    }

    private static List<String> equities(String date) {
        return sessions(MarketCalendar.US_EQUITIES, date);
    }

    private static List<String> sessions(MarketCalendar calendar, String date) {
        return calendar.sessions(LocalDate.parse(date)).stream()
                .map(session -> session.kind() + " " + hour(session.from()) + "-" + hour(session.to()))
                .toList();
    }

    private static String hour(Instant instant) {
        return instant.toString().substring(11, 16);
    }
}
