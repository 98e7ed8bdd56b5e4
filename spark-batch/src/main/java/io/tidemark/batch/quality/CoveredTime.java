package io.tidemark.batch.quality;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;

/**
 * The part of a UTC date for which data should be there: silence elsewhere means nothing.
 *
 * @param date the date
 * @param from first instant
 * @param until instant after the last, usually the boundary that is published for the date
 */
public record CoveredTime(LocalDate date, Instant from, Instant until) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long MINUTE_MS = 60_000;
    static final int MINUTES = 1_440;

    /** All of a date up to a boundary. */
    public static CoveredTime until(LocalDate date, Instant boundary) {
        return new CoveredTime(date, date.atStartOfDay(ZoneOffset.UTC).toInstant(), boundary);
    }

    /** All of a date. */
    static CoveredTime whole(LocalDate date) {
        return until(date, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Start of the date, epoch ms. */
    long start() {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** End (exclusive) of the date, epoch ms. */
    long end() {
        return start() + MINUTES * MINUTE_MS;
    }

    /** The minutes of the date that lie wholly in it. */
    BitSet minutes() {
        var minutes = new BitSet();
        for (int i = 0; i < MINUTES; i++) {
            long minute = start() + i * MINUTE_MS;
            if (minute >= from.toEpochMilli() && minute + MINUTE_MS <= until.toEpochMilli()) {
                minutes.set(i);
            }
        }
        return minutes;
    }

    /** The minutes of the date that a span (epoch ms) touches. */
    BitSet touched(long spanStart, long spanEnd) {
        var minutes = new BitSet();
        if (spanEnd > start() && spanStart < end() && spanEnd > spanStart) {
            long first = (Math.max(spanStart, start()) - start()) / MINUTE_MS;
            long last = (Math.min(spanEnd, end()) - 1 - start()) / MINUTE_MS;
            minutes.set((int) first, (int) last + 1);
        }
        return minutes;
    }
}
