package io.tidemark.dashboard.news;

/** A sentiment score in one word, by the same line that the speed layer draws when it counts. */
public enum Mood {
    POSITIVE,
    NEUTRAL,
    NEGATIVE;

    private static final double THRESHOLD = 0.15;

    /** The mood of a score from -1 to 1. */
    public static Mood of(double sentiment) {
        if (sentiment >= THRESHOLD) {
            return POSITIVE;
        }
        return sentiment <= -THRESHOLD ? NEGATIVE : NEUTRAL;
    }
}
