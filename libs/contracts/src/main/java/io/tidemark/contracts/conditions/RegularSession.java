package io.tidemark.contracts.conditions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The regular session of US equities: Monday to Friday, 09:30 to 16:00 in New York, with its daylight-saving changes.
 * Holidays and half days are not known here; no trade of theirs is misjudged but form T codes on a half day's afternoon.
 *
 * <p>Remembers the session of the New York date last asked for, because trades come in time order. Not safe for threads.
 */
public final class RegularSession {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private long dayStart = Long.MAX_VALUE;
    private long dayEnd = Long.MIN_VALUE;
    private long open;
    private long close;

    /** Whether an instant (epoch ms) lies in {@code [open, close)} of its date's session. */
    public boolean contains(long epochMs) {
        if (epochMs < dayStart || epochMs >= dayEnd) {
            remember(epochMs);
        }
        return epochMs >= open && epochMs < close;
    }

    private void remember(long epochMs) {
        ZonedDateTime time = Instant.ofEpochMilli(epochMs).atZone(NEW_YORK);
        LocalDate date = time.toLocalDate();
        dayStart = date.atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
        dayEnd = date.plusDays(1).atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        open = weekend ? dayEnd : date.atTime(OPEN).atZone(NEW_YORK).toInstant().toEpochMilli();
        close = weekend
                ? dayEnd
                : date.atTime(CLOSE).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
