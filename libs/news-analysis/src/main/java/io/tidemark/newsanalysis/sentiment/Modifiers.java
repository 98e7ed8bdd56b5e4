package io.tidemark.newsanalysis.sentiment;

/** What words do to the words near them: degrees, relief and negation. */
final class Modifiers {
    /** A negated word is weaker than its opposite; the factor is VADER's. */
    private static final double NEGATED = -0.74;

    private static final double RELIEVED = -0.6;
    private static final int DEGREE_REACH = 2;
    private static final int RELIEF_REACH = 5;
    private static final int NEGATION_REACH = 3;

    private Modifiers() {}

    static void apply(Findings findings) {
        for (Finding finding : findings.all()) {
            if (finding.entry() instanceof LexiconEntry.Degree degree) {
                intensify(finding, degree.share(), findings);
            }
        }
        for (Finding finding : findings.all()) {
            if (finding.entry() instanceof LexiconEntry.Relief) {
                relieve(finding, findings);
            }
        }
        for (Finding finding : findings.all()) {
            if (finding.entry() instanceof LexiconEntry.Negation) {
                negate(finding, findings);
            }
        }
    }

    private static void intensify(Finding degree, double share, Findings findings) {
        Finding target = findings.after(degree, DEGREE_REACH, Modifiers::isValued);
        if (target == null) {
            target = findings.before(degree, DEGREE_REACH, Modifiers::isValued);
        }
        if (target != null) {
            target.multiplyBy(1 + share);
        }
    }

    private static void relieve(Finding relief, Findings findings) {
        Finding target = findings.after(relief, RELIEF_REACH, it -> it.valence() < 0);
        if (target == null) {
            target = findings.before(relief, RELIEF_REACH, it -> it.valence() < 0);
        }
        // An antitrust fine is one evil in two words.
        while (target != null) {
            target.multiplyBy(RELIEVED);
            relief.become(0);
            target = findings.after(target, 1, it -> it.valence() < 0);
        }
    }

    private static void negate(Finding negation, Findings findings) {
        Finding target = findings.after(negation, NEGATION_REACH, Modifiers::isValued);
        if (target != null) {
            target.multiplyBy(NEGATED);
            negation.become(0);
        }
    }

    private static boolean isValued(Finding finding) {
        return finding.valence() != 0;
    }
}
