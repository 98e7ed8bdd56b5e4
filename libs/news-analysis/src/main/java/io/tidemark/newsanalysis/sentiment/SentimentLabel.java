package io.tidemark.newsanalysis.sentiment;

/** A sentiment score in one word. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /**
     * Scores from here on are positive, and from its negative on downwards negative. VADER draws the line at 0.05 for posts;
     * a headline with one mild word is still a report, so it is drawn further out.
     */
    public static final double THRESHOLD = 0.15;

    /** The label of a score of {@link SentimentScorer}. */
    public static SentimentLabel of(double score) {
        if (score >= THRESHOLD) {
            return POSITIVE;
        }
        return score <= -THRESHOLD ? NEGATIVE : NEUTRAL;
    }
}
