package io.tidemark.batch.quality;

import io.tidemark.batch.quality.QualityLimits.Figure;
import java.util.ArrayList;
import java.util.List;

/** What is said against some data: the worst verdict, and why. */
final class Findings {
    private final QualityLimits limits;
    private final List<String> reasons = new ArrayList<>();
    private Verdict verdict = Verdict.GOOD;

    Findings(QualityLimits limits) {
        this.limits = limits;
    }

    /** Judges a figure, though not worse than a given verdict. */
    void check(Figure figure, double value, Verdict worst) {
        Limit limit = limits.of(figure);
        Verdict found = limit.verdict(value);
        if (found != Verdict.GOOD) {
            reasons.add(figure.label() + " " + figure.format(value) + " > " + figure.format(limit.of(found)));
            worsen(found.compareTo(worst) > 0 ? worst : found);
        }
    }

    /** Says something that makes the data bad, whatever the limits. */
    void bad(String reason) {
        reasons.add(reason);
        worsen(Verdict.BAD);
    }

    Verdict verdict() {
        return verdict;
    }

    /** Joined by semicolons; empty when the data is good. */
    String reasons() {
        return String.join("; ", reasons);
    }

    private void worsen(Verdict found) {
        if (found.compareTo(verdict) > 0) {
            verdict = found;
        }
    }
}
