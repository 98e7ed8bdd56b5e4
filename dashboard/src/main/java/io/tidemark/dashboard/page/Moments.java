package io.tidemark.dashboard.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text, in the zone that the reader chose. */
record Moments(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    /** A date of the bars, which is one of UTC in every zone. */
    static String date(LocalDate date) {
        return DAY.format(date);
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }
}
