package io.tidemark.simulator.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** US equities: 09:30 to 16:00 New York time, thin trading from 04:00 and until 20:00, nothing at weekends. */
final class UsSession implements TradingDay {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime EARLY = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime LATE = LocalTime.of(20, 0);
    private static final double EXTENDED_ACTIVITY = 0.04;
    private static final double EXTENDED_VARIANCE = 0.2;
    private static final double CLOSED_VARIANCE = 0.02;

    private static ZonedDateTime at(long time) {
        return Instant.ofEpochMilli(time).atZone(NEW_YORK);
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isWithin(LocalTime time, LocalTime from, LocalTime to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private double fraction(long time) {
        return (double) OPEN.until(at(time).toLocalTime(), ChronoUnit.MILLIS) / sessionMs();
    }

    @Override
    public Phase phase(long time) {
        ZonedDateTime local = at(time);
        if (isWeekend(local) || !isWithin(local.toLocalTime(), EARLY, LATE)) {
            return Phase.CLOSED;
        }
        return isWithin(local.toLocalTime(), OPEN, CLOSE) ? Phase.REGULAR : Phase.EXTENDED;
    }

    @Override
    public double activity(long time) {
        return switch (phase(time)) {
            case REGULAR -> IntradayCurve.ACTIVITY.at(fraction(time));
            case EXTENDED -> EXTENDED_ACTIVITY;
            case CLOSED -> 0;
        };
    }

    @Override
    public double maxActivity() {
        return IntradayCurve.ACTIVITY.max();
    }

    @Override
    public double variance(long time) {
        return switch (phase(time)) {
            case REGULAR -> IntradayCurve.VARIANCE.at(fraction(time));
            case EXTENDED -> EXTENDED_VARIANCE;
            case CLOSED -> CLOSED_VARIANCE;
        };
    }

    @Override
    public long sessionMs() {
        return OPEN.until(CLOSE, ChronoUnit.MILLIS);
    }

    @Override
    public Boundary nextBoundary(long time) {
        ZonedDateTime day = at(time).truncatedTo(ChronoUnit.DAYS);
        while (true) {
            if (!isWeekend(day)) {
                long open = day.with(OPEN).toInstant().toEpochMilli();
                long close = day.with(CLOSE).toInstant().toEpochMilli();
                if (time < open) {
                    return new Boundary(open, true);
                }
                if (time < close) {
                    return new Boundary(close, false);
                }
            }
            day = day.plusDays(1);
        }
    }
}
