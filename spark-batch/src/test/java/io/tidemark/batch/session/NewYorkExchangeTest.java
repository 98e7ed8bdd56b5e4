package io.tidemark.batch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewYorkExchangeTest {

    /** As the exchange has published them. */
    @ParameterizedTest
    @CsvSource({
        "1999, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2001, 01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25",
        "2004, 01-01 01-19 02-16 04-09 05-31 06-11 07-05 09-06 11-25 12-24",
        "2007, 01-01 01-02 01-15 02-19 04-06 05-28 07-04 09-03 11-22 12-25",
        "2010, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2011, 01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26",
        "2012, 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25",
        "2013, 01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25",
        "2018, 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25",
        "2021, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2022, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "2023, 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
        "2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
    })
    void closures_of_a_year_are_those_that_were_announced(int year, String dates) {
        assertThat(daysOf(year).stream()
                        .filter(date -> NewYorkExchange.closure(date).isPresent())
                        .map(date -> date.toString().substring(5))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, 11-26 12-31",
        "2002, 07-05 11-29 12-24",
        "2003, 07-03 11-28 12-24 12-26",
        "2010, 11-26",
        "2012, 07-03 11-23 12-24",
        "2013, 07-03 11-29 12-24",
        "2014, 07-03 11-28 12-24",
        "2015, 11-27 12-24",
        "2016, 11-25",
        "2019, 07-03 11-29 12-24",
        "2020, 11-27 12-24",
        "2021, 11-26",
        "2023, 07-03 11-24",
        "2024, 07-03 11-29 12-24",
        "2025, 07-03 11-28 12-24",
        "2026, 11-27 12-24",
    })
    void half_days_of_a_year_are_those_that_were_announced(int year, String dates) {
        assertThat(daysOf(year).stream()
                        .filter(date -> NewYorkExchange.halfDay(date).isPresent())
                        .map(date -> date.toString().substring(5))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2004-12-31", "2010-12-31", "2021-12-31"})
    void new_years_day_on_a_saturday_is_not_kept_on_friday(LocalDate friday) {
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(NewYorkExchange.closure(friday)).isEmpty();
    }

    @Test
    void no_holiday_falls_on_a_weekend_and_each_has_a_name() {
        var names = new TreeMap<String, Integer>();
        for (int year = 1999; year <= 2040; year++) {
            for (LocalDate date : daysOf(year)) {
                NewYorkExchange.closure(date).ifPresent(name -> {
                    assertThat(date.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    names.merge(name, 1, Integer::sum);
                });
            }
        }
        assertThat(names).containsEntry("Good Friday", 42).containsEntry("Juneteenth", 19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2038-04-25"
            })
    void easter_is_where_the_church_has_it(LocalDate sunday) {
        assertThat(NewYorkExchange.easter(sunday.getYear())).isEqualTo(sunday);
    }

    private static List<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
    }
}
