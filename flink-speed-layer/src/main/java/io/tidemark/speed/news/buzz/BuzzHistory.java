package io.tidemark.speed.news.buzz;

import io.tidemark.speed.flow.Pace;
import io.tidemark.speed.news.window.NewsWidth;
import java.util.Arrays;

/**
 * State of one symbol: how many stories were about it in each hour of the last {@value #WEEKS} weeks and the current one.
 * Only hours with stories take room, since most symbols have few; from the symbol's first story on, every other hour is a
 * zero without anything having to happen in it. Hours are numbered from 1970. Flink serializes its fields.
 *
 * <p>The expectation of an hour is the mean of the same hour of the earlier weeks, the deviation their sample standard
 * deviation; but never less than that of a Poisson count with the same mean (its square root), nor less than one story: a
 * few quiet weeks are no proof that two stories are extraordinary.
 */
public final class BuzzHistory {
    /** Weeks that are remembered, the current one not counted. */
    static final int WEEKS = 8;

    /** Fewer weeks than these say nothing. */
    static final int MIN_SAMPLES = 3;

    static final int HOURS_PER_WEEK = 168;
    private static final int LENGTH = (WEEKS + 1) * HOURS_PER_WEEK;
    private static final int FIRST_ROOM = 4;

    /** Hours with stories, in their order; as many as {@link #size}. */
    public long[] hours = new long[FIRST_ROOM];

    /** Stories of each of them. */
    public int[] counts = new int[FIRST_ROOM];
    /** Whether its row changed since it was sent. */
    public boolean[] changed = new boolean[FIRST_ROOM];
    /** Whether it has raised an alert. */
    public boolean[] alerted = new boolean[FIRST_ROOM];

    public int size;
    /** Hour of the earliest story of all time. */
    public long first = Long.MAX_VALUE;
    /** Stories of all time. */
    public long stories;

    public Pace pace = new Pace();

    /** Number of an instant's hour. */
    static long hourOf(long epochMs) {
        return Math.floorDiv(epochMs, NewsWidth.HOUR_MS);
    }

    /** Adds a story; false when its hour is no longer remembered. */
    boolean add(long hour) {
        if (size > 0 && hour <= newest() - LENGTH) {
            return false;
        }
        int at = find(hour);
        if (at < 0) {
            at = -at - 1;
            insert(hour, at);
        }
        counts[at]++;
        stories++;
        first = Math.min(first, hour);
        // A later hour's row says how many stories came before its end.
        Arrays.fill(changed, at, size, true);
        forgetBefore(newest() - LENGTH + 1);
        return true;
    }

    /** The latest hour with a story; only when there is one. */
    long newest() {
        return hours[size - 1];
    }

    /** Stories in an hour. */
    int count(long hour) {
        int at = find(hour);
        return at < 0 ? 0 : counts[at];
    }

    /** The row of an hour. */
    SymbolBuzz row(String symbol, long hour) {
        int samples = 0;
        long sum = 0;
        long squares = 0;
        for (long week = hour - HOURS_PER_WEEK; week >= oldest() && samples < WEEKS; week -= HOURS_PER_WEEK) {
            long count = count(week);
            samples++;
            sum += count;
            squares += count * count;
        }
        double expected = Double.NaN;
        double deviation = Double.NaN;
        if (samples >= MIN_SAMPLES) {
            expected = (double) sum / samples;
            double variance = (squares - expected * sum) / (samples - 1);
            deviation = Math.sqrt(Math.max(1, Math.max(expected, variance)));
        }
        int items = count(hour);
        return new SymbolBuzz(
                symbol,
                hour * NewsWidth.HOUR_MS,
                items,
                expected,
                deviation,
                (items - expected) / deviation,
                samples,
                stories - sum(hour + 1, Long.MAX_VALUE));
    }

    /** Mean stories an hour, over the hours before one that are remembered; NaN when there is none. */
    double hourlyRate(long hour) {
        return (double) sum(oldest(), hour) / hoursBefore(hour);
    }

    /** How many hours before one are remembered. */
    long hoursBefore(long hour) {
        return Math.max(0, hour - oldest());
    }

    boolean isAlerted(long hour) {
        int at = find(hour);
        return at >= 0 && alerted[at];
    }

    /** Remembers that an hour with stories has raised an alert. */
    void alert(long hour) {
        alerted[find(hour)] = true;
    }

    /** The oldest hour that is compared with. */
    private long oldest() {
        return Math.max(first, newest() - LENGTH + 1);
    }

    /** Stories from one hour on to before another. */
    private long sum(long from, long to) {
        long sum = 0;
        for (int at = 0; at < size; at++) {
            sum += hours[at] >= from && hours[at] < to ? counts[at] : 0;
        }
        return sum;
    }

    private int find(long hour) {
        return Arrays.binarySearch(hours, 0, size, hour);
    }

    private void insert(long hour, int at) {
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            changed = Arrays.copyOf(changed, size * 2);
            alerted = Arrays.copyOf(alerted, size * 2);
        }
        move(at, at + 1);
        size++;
        hours[at] = hour;
        counts[at] = 0;
        alerted[at] = false;
    }

    private void forgetBefore(long hour) {
        int gone = 0;
        while (hours[gone] < hour) {
            gone++;
        }
        if (gone > 0) {
            move(gone, 0);
            size -= gone;
        }
    }

    /** Moves all entries from a place on. */
    private void move(int from, int to) {
        int moved = size - from;
        System.arraycopy(hours, from, hours, to, moved);
        System.arraycopy(counts, from, counts, to, moved);
        System.arraycopy(changed, from, changed, to, moved);
        System.arraycopy(alerted, from, alerted, to, moved);
    }
}
