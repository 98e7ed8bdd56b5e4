package io.tidemark.speed.news.buzz;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When news about a symbol is a burst. With enough earlier weeks: when the z-score reaches a threshold. Without them: when
 * the hour has so many times the symbol's mean number of stories an hour, once a day of it is known. In both cases only
 * from a number of stories on, since two where none was expected are no burst.
 *
 * @param zScore threshold of the z-score
 * @param times threshold as a multiple of the mean hourly number
 * @param minItems fewest stories in the hour
 */
public record BurstRule(double zScore, double times, int minItems) implements Serializable {
    private static final int MIN_HOURS = 24;

    /**
     * A burst.
     *
     * @param value the z-score, or the number of stories
     * @param threshold that it reached
     * @param expected number of stories
     */
    record Burst(double value, double threshold, double expected) {}

    /** The burst that an hour is, or null. */
    @Nullable Burst find(BuzzHistory history, SymbolBuzz row, long hour) {
        if (row.items() < minItems) {
            return null;
        }
        if (row.samples() >= BuzzHistory.MIN_SAMPLES) {
            return row.zScore() >= zScore ? new Burst(row.zScore(), zScore, row.expected()) : null;
        }
        if (history.hoursBefore(hour) < MIN_HOURS) {
            return null;
        }
        double rate = history.hourlyRate(hour);
        return row.items() >= times * rate ? new Burst(row.items(), times * rate, rate) : null;
    }
}
