package io.tidemark.speed.news.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * State: what the hours that can no longer change say of each term, in the order of terms. Flink serializes its fields.
 *
 * <p>A term enters with the first hour that has it in {@value #MIN_ITEMS} stories or more, goes when its mean share is below
 * one in a million, and when there are more than {@value #CAPACITY} the rarest go: what is forgotten so is as good as new.
 */
public final class TermPast {
    /** Most terms that are remembered. */
    static final int CAPACITY = 50_000;

    private static final int MIN_ITEMS = 2;
    private static final double MIN_MEAN = 1e-6;

    public String[] terms = {};
    public double[] means = {};
    public double[] variances = {};
    /** Stories of all time. */
    public long stories;

    /** A term's past so far. */
    TermStatistics of(String term) {
        int at = Arrays.binarySearch(terms, term);
        return at < 0 ? TermStatistics.NONE : new TermStatistics(means[at], variances[at]);
    }

    /**
     * A term's past with one more hour.
     *
     * @param past so far
     * @param items stories of the hour that have the term
     * @param stories all of the hour
     * @param weight of the hour
     */
    static TermStatistics step(TermStatistics past, int items, long stories, double weight) {
        if (past.mean() == 0 && items < MIN_ITEMS) {
            return TermStatistics.NONE;
        }
        TermStatistics next = past.after((double) items / stories, weight);
        return next.mean() < MIN_MEAN ? TermStatistics.NONE : next;
    }

    /** Takes in an hour that can no longer change. */
    void add(TermHour hour, double weight) {
        List<Entry> entries = new ArrayList<>();
        int own = 0;
        int other = 0;
        while (own < terms.length || other < hour.size) {
            int order = compare(own, hour, other);
            String term = order <= 0 ? terms[own] : hour.terms[other];
            TermStatistics past = order <= 0 ? new TermStatistics(means[own], variances[own]) : TermStatistics.NONE;
            int items = order >= 0 ? hour.counts[other] : 0;
            TermStatistics next = step(past, items, hour.stories, weight);
            if (next.mean() > 0) {
                entries.add(new Entry(term, next));
            }
            own += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }
        keep(entries);
    }

    private int compare(int own, TermHour hour, int other) {
        if (own == terms.length) {
            return 1;
        }
        return other == hour.size ? -1 : terms[own].compareTo(hour.terms[other]);
    }

    private void keep(List<Entry> entries) {
        List<Entry> kept = entries;
        if (entries.size() > CAPACITY) {
            kept = entries.stream()
                    .sorted(Comparator.comparingDouble((Entry entry) -> -entry.past.mean())
                            .thenComparing(Entry::term))
                    .limit(CAPACITY)
                    .sorted(Comparator.comparing(Entry::term))
                    .toList();
        }
        terms = kept.stream().map(Entry::term).toArray(String[]::new);
        means = kept.stream().mapToDouble(entry -> entry.past.mean()).toArray();
        variances = kept.stream().mapToDouble(entry -> entry.past.variance()).toArray();
    }

    private record Entry(String term, TermStatistics past) {}
}
