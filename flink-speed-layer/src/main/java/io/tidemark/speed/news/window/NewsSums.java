package io.tidemark.speed.news.window;

/**
 * Sums over the news of a window. Fractions are added up as whole billionths: the sums are then exact, and the same in
 * whatever order stories come. Flink serializes its fields.
 */
public final class NewsSums {
    /** Beyond these a story counts as good or bad news: the usual bounds of VADER's compound score. */
    private static final double MOOD = 0.05;

    private static final double UNIT = 1e9;

    public long items;
    public long positive;
    public long negative;
    public long weight;
    public long sentiment;
    public long weightedSentiment;

    void add(double relevance, double mood) {
        items++;
        positive += mood >= MOOD ? 1 : 0;
        negative += mood <= -MOOD ? 1 : 0;
        weight += billionths(relevance);
        sentiment += billionths(mood);
        weightedSentiment += billionths(relevance * mood);
    }

    void add(NewsSums other) {
        items += other.items;
        positive += other.positive;
        negative += other.negative;
        weight += other.weight;
        sentiment += other.sentiment;
        weightedSentiment += other.weightedSentiment;
    }

    /** The row of these sums, of which there must be one item or more. */
    NewsWindow toWindow(String dimension, String name, NewsWidth width, long bucket, boolean closed) {
        return new NewsWindow(
                dimension,
                name,
                width.text(),
                bucket,
                items,
                weight / UNIT,
                sentiment / UNIT / items,
                weight == 0 ? 0 : (double) weightedSentiment / weight,
                positive,
                negative,
                items,
                closed);
    }

    private static long billionths(double value) {
        return Math.round(value * UNIT);
    }
}
