package io.tidemark.speed.news.terms;

import io.tidemark.speed.news.window.NewsWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The terms of one hour that stand out against the hours before it.
 *
 * @param rule which terms stand out
 * @param past of the hours that can no longer change
 * @param before the hours since then and before this one, in the order of time
 */
record TermRanking(TermRule rule, TermPast past, List<TermHour> before) {
    private static final Comparator<TrendingTerm> BEST_FIRST = Comparator.comparingDouble(TrendingTerm::score)
            .thenComparingLong(TrendingTerm::items)
            .reversed()
            .thenComparing(TrendingTerm::term);

    /** Weight of one hour. */
    static double weight(TermRule rule) {
        return 1 - Math.pow(2, -(double) NewsWidth.HOUR_MS / rule.halfLife().toMillis());
    }

    /**
     * The rows of an hour: the best by score, and all that had a row before, lest it stays as it was. Marks those that have
     * one now.
     */
    List<TrendingTerm> rows(TermHour hour, long revision) {
        List<Integer> candidates = new ArrayList<>();
        List<TrendingTerm> rows = new ArrayList<>();
        for (int at = 0; at < hour.size; at++) {
            if (hour.counts[at] >= rule.minItems() || hour.sent[at]) {
                candidates.add(at);
                rows.add(row(hour, at, revision));
            }
        }
        double last = lastScore(rows);
        List<TrendingTerm> wanted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int at = candidates.get(i);
            double score = rows.get(i).score();
            if (hour.sent[at] || (score > 0 && score >= last)) {
                hour.sent[at] = true;
                wanted.add(rows.get(i));
            }
        }
        return wanted;
    }

    /** Score that a row must reach; ties all get in. */
    private double lastScore(List<TrendingTerm> rows) {
        if (rows.size() <= rule.top()) {
            return 0;
        }
        return rows.stream()
                .sorted(BEST_FIRST)
                .skip(rule.top() - 1L)
                .findFirst()
                .map(TrendingTerm::score)
                .orElse(0.0);
    }

    private TrendingTerm row(TermHour hour, int at, long revision) {
        String term = hour.terms[at];
        TermStatistics statistics = past.of(term);
        double weight = weight(rule);
        for (TermHour earlier : before) {
            statistics = TermPast.step(statistics, earlier.count(term), earlier.stories, weight);
        }
        return new TrendingTerm(
                NewsWidth.HOUR.text(),
                hour.start,
                term,
                HeadlineTerms.words(term),
                hour.counts[at],
                statistics.score(hour.counts[at], hour.stories),
                revision);
    }
}
