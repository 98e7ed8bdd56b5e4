package io.tidemark.batch.news;

import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.util.Locale;

/** Sums over stories; the same stories in the same order give the same bits. */
final class Mood {
    private long stories;
    private long positive;
    private long negative;
    private double weight;
    private double sum;
    private double weightedSum;

    void add(double sentiment, double relevance) {
        SentimentLabel label = SentimentLabel.of(sentiment);
        stories++;
        positive += label == SentimentLabel.POSITIVE ? 1 : 0;
        negative += label == SentimentLabel.NEGATIVE ? 1 : 0;
        weight += relevance;
        sum += sentiment;
        weightedSum += relevance * sentiment;
    }

    long stories() {
        return stories;
    }

    long positive() {
        return positive;
    }

    long negative() {
        return negative;
    }

    /** Sum of the relevances. */
    double weight() {
        return weight;
    }

    /** Mean of the sentiments. */
    double mean() {
        return sum / stories;
    }

    /** Mean of the sentiments, weighted by relevance. */
    double weightedMean() {
        return weightedSum / weight;
    }

    /** A sentiment's label in lower case. */
    static String label(double sentiment) {
        return SentimentLabel.of(sentiment).name().toLowerCase(Locale.ROOT);
    }
}
