package io.tidemark.batch.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/**
 * Days on which the New York Stock Exchange is closed or closes at 13:00, by the rules that it publishes
 * (nyse.com, "Holidays and Trading Hours", and rule 7.2) and the closures that no rule foresaw. Right from 1999 on; before,
 * half days were other ones. Dates are New York's. Weekends are no holidays.
 */
final class NewYorkExchange {
    private static final String HALF_DAY = "half day";
    private static final int MARTIN_LUTHER_KING_DAY_FROM = 1998;
    private static final int JUNETEENTH_FROM = 2022;
    /** Until then the Friday after a Thursday's Independence Day was the half day, and the Wednesday before was whole. */
    private static final int WEDNESDAY_BEFORE_INDEPENDENCE_DAY_FROM = 2013;

    private static final Map<LocalDate, String> UNSCHEDULED_CLOSURES = Map.ofEntries(
            Map.entry(LocalDate.of(2001, 9, 11), "September 11 attacks"),
            Map.entry(LocalDate.of(2001, 9, 12), "September 11 attacks"),
            Map.entry(LocalDate.of(2001, 9, 13), "September 11 attacks"),
            Map.entry(LocalDate.of(2001, 9, 14), "September 11 attacks"),
            Map.entry(LocalDate.of(2004, 6, 11), "National day of mourning for Ronald Reagan"),
            Map.entry(LocalDate.of(2007, 1, 2), "National day of mourning for Gerald Ford"),
            Map.entry(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2018, 12, 5), "National day of mourning for George H. W. Bush"),
            Map.entry(LocalDate.of(2025, 1, 9), "National day of mourning for Jimmy Carter"));

    private static final Map<LocalDate, String> UNSCHEDULED_HALF_DAYS =
            Map.of(LocalDate.of(1999, 12, 31), HALF_DAY, LocalDate.of(2003, 12, 26), HALF_DAY);

    private NewYorkExchange() {}

    /** Why there is no session on a date, for example {@code Good Friday}; empty when there is one, and at weekends. */
    static Optional<String> closure(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.empty();
        }
        return holiday(date).or(() -> Optional.ofNullable(UNSCHEDULED_CLOSURES.get(date)));
    }

    /** {@code half day} when the regular session of a date ends at 13:00; empty otherwise. */
    static Optional<String> halfDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY
                || day == DayOfWeek.SUNDAY
                || closure(date).isPresent()) {
            return Optional.empty();
        }
        boolean half =
                switch (date.getMonth()) {
                    case JULY -> isBesideIndependenceDay(date);
                    case NOVEMBER -> date.equals(thanksgiving(date.getYear()).plusDays(1));
                    case DECEMBER -> date.getDayOfMonth() == 24;
                    default -> false;
                };
        return half ? Optional.of(HALF_DAY) : Optional.ofNullable(UNSCHEDULED_HALF_DAYS.get(date));
    }

    private static boolean isBesideIndependenceDay(LocalDate date) {
        boolean recent = date.getYear() >= WEDNESDAY_BEFORE_INDEPENDENCE_DAY_FROM;
        if (date.getDayOfMonth() == 3) {
            return recent || date.getDayOfWeek() != DayOfWeek.WEDNESDAY;
        }
        return date.getDayOfMonth() == 5 && date.getDayOfWeek() == DayOfWeek.FRIDAY && !recent;
    }

    private static Optional<String> holiday(LocalDate date) {
        int year = date.getYear();
        String name =
                switch (date.getMonth()) {
                    case JANUARY -> januaryHoliday(date);
                    case FEBRUARY -> is(date, nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY), "Presidents' Day");
                    case MARCH, APRIL -> is(date, easter(year).minusDays(2), "Good Friday");
                    case MAY ->
                        is(
                                date,
                                LocalDate.of(year, Month.MAY, 31)
                                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                                "Memorial Day");
                    case JUNE ->
                        year < JUNETEENTH_FROM ? "" : is(date, observed(year, MonthDay.of(6, 19)), "Juneteenth");
                    case JULY -> is(date, observed(year, MonthDay.of(7, 4)), "Independence Day");
                    case SEPTEMBER -> is(date, nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY), "Labor Day");
                    case NOVEMBER -> is(date, thanksgiving(year), "Thanksgiving Day");
                    case DECEMBER -> is(date, observed(year, MonthDay.of(12, 25)), "Christmas Day");
                    case AUGUST, OCTOBER -> "";
                };
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** On a Sunday New Year's Day moves to Monday; on a Saturday it is not kept, as Friday ends the year's accounts. */
    private static String januaryHoliday(LocalDate date) {
        int year = date.getYear();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LocalDate kept = newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear;
        if (date.equals(kept)) {
            return "New Year's Day";
        }
        return year < MARTIN_LUTHER_KING_DAY_FROM
                ? ""
                : is(date, nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY), "Martin Luther King Jr. Day");
    }

    private static String is(LocalDate date, LocalDate holiday, String name) {
        return date.equals(holiday) ? name : "";
    }

    /** Saturday's holiday is kept on Friday, Sunday's on Monday. */
    private static LocalDate observed(int year, MonthDay day) {
        LocalDate date = day.atYear(year);
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
    }

    private static LocalDate nth(int year, Month month, int n, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
    }

    /** Easter Sunday of the Gregorian calendar: the anonymous algorithm of Nature, 20 April 1876, as Meeus gives it. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
