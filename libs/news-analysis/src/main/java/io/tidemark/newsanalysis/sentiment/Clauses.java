package io.tidemark.newsanalysis.sentiment;

import java.util.List;

/** Weighs clauses against each other: what follows "but" counts more, what follows "despite" less. */
final class Clauses {
    private static final double BEFORE_CONTRAST = 0.5;
    private static final double AFTER_CONTRAST = 1.5;
    private static final double CONCEDED = 0.4;

    private Clauses() {}

    static void apply(Findings findings) {
        for (Finding finding : findings.all()) {
            if (finding.entry() instanceof LexiconEntry.Contrast) {
                weigh(findings, 0, finding.start(), BEFORE_CONTRAST);
                weigh(findings, finding.end(), Integer.MAX_VALUE, AFTER_CONTRAST);
            } else if (finding.entry() instanceof LexiconEntry.Concession) {
                weigh(findings, finding.end(), clauseEnd(findings.sentence().words(), finding.end()), CONCEDED);
            }
        }
    }

    private static int clauseEnd(List<Word> words, int from) {
        int at = from + 1;
        while (at < words.size() && !words.get(at).afterBreak()) {
            at++;
        }
        return at;
    }

    private static void weigh(Findings findings, int from, int to, double factor) {
        for (Finding finding : findings.all()) {
            if (finding.start() >= from && finding.start() < to) {
                finding.multiplyBy(factor);
            }
        }
    }
}
