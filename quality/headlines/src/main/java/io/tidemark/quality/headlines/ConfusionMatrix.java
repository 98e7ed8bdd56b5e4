package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.util.HashMap;
import java.util.Map;

/** How often each label was found for each label that is right. */
final class ConfusionMatrix {
    private static final SentimentLabel[] LABELS = SentimentLabel.values();

    private final Map<Cell, Integer> counts = new HashMap<>();

    private record Cell(SentimentLabel right, SentimentLabel found) {}

    void add(SentimentLabel right, SentimentLabel found) {
        counts.merge(new Cell(right, found), 1, Integer::sum);
    }

    int count(SentimentLabel right, SentimentLabel found) {
        return counts.getOrDefault(new Cell(right, found), 0);
    }

    /** The share that was found right, 0 of nothing. */
    double accuracy() {
        int all = 0;
        int right = 0;
        for (SentimentLabel label : LABELS) {
            all += ofRight(label);
            right += count(label, label);
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** The mean over the labels of the harmonic mean of precision and recall. */
    double macroF1() {
        double sum = 0;
        for (SentimentLabel label : LABELS) {
            int either = ofRight(label) + ofFound(label);
            sum += either == 0 ? 0 : 2.0 * count(label, label) / either;
        }
        return sum / LABELS.length;
    }

    private int ofRight(SentimentLabel right) {
        int sum = 0;
        for (SentimentLabel found : LABELS) {
            sum += count(right, found);
        }
        return sum;
    }

    private int ofFound(SentimentLabel found) {
        int sum = 0;
        for (SentimentLabel right : LABELS) {
            sum += count(right, found);
        }
        return sum;
    }
}
