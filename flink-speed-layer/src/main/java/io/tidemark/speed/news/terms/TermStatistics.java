package io.tidemark.speed.news.terms;

/**
 * A term's past: mean and variance of its share of an hour's stories, exponentially weighted, and what an hour is worth
 * against it. The formulas are those of SigniTrend (Schubert, Weiler, Kriegel: "SigniTrend: scalable detection of emerging
 * topics in textual streams by hashed significance thresholds", KDD 2014; the update is that of West and Finch):
 *
 * <pre>
 * d        = share - mean
 * mean     = mean + a d
 * variance = (1 - a) (variance + a d^2)         a = 1 - 2^(-1 hour / half-life)
 * score    = (items - max(n mean, b)) / (n sqrt(variance) + b)
 * </pre>
 *
 * where n is the number of the hour's stories, so that a busy hour makes no trends by itself, and b = {@value #BIAS} story
 * keeps rare terms from standing out for nothing.
 *
 * @param mean share of stories, from 0 to 1
 * @param variance of it
 */
record TermStatistics(double mean, double variance) {
    private static final double BIAS = 1;

    /** Of a term that was never seen. */
    static final TermStatistics NONE = new TermStatistics(0, 0);

    /** With one more hour in the past. */
    TermStatistics after(double share, double weight) {
        double difference = share - mean;
        return new TermStatistics(
                mean + weight * difference, (1 - weight) * (variance + weight * difference * difference));
    }

    /**
     * How far a number of stories exceeds what the past lets expect, in deviations.
     *
     * @param items stories with the term
     * @param stories all of the hour
     */
    double score(long items, long stories) {
        return (items - Math.max(stories * mean, BIAS)) / (stories * Math.sqrt(variance) + BIAS);
    }
}
