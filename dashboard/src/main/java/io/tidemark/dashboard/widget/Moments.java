package io.tidemark.dashboard.widget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as text, in the zone that the reader chose.
 *
 * @param today the reader's date: instants of that day are told without it
 */
public record Moments(ZoneId zone, LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    public static Moments in(ZoneId zone, Instant now) {
        return new Moments(zone, now.atZone(zone).toLocalDate());
    }

    /** A date of the bars, which is one of UTC in every zone. */
    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    public String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** To the second if it is today, else to the minute and with its date. */
    public String recent(Instant instant) {
        return instant.atZone(zone).toLocalDate().equals(today) ? clock(instant) : minute(instant);
    }
}
