package io.tidemark.newsanalysis.sentiment;

import java.util.HashSet;
import java.util.Set;

/**
 * Judges what goes up or down: costs that fall are good, a loss that widens is bad, and the larger the percentage beside it, the
 * more so.
 */
final class Movements {
    private static final int REACH_FORWARD = 4;
    private static final int REACH_BACK = 6;
    private static final Set<String> CAUSES = Set.of(
            "on", "amid", "as", "after", "due", "because", "despite", "while", "when", "with", "if", "by", "and");
    private static final int NUMBER_REACH = 3;
    private static final double SMALL_PERCENT = 1;
    private static final double SMALL = 0.6;
    private static final double LARGE_PERCENT = 20;
    private static final double LARGE = 0.6;

    private final Findings findings;
    private final Set<Finding> moved = new HashSet<>();

    private Movements(Findings findings) {
        this.findings = findings;
    }

    static void apply(Findings findings) {
        var movements = new Movements(findings);
        for (Finding finding : findings.all()) {
            if (finding.entry() instanceof LexiconEntry.Direction direction) {
                movements.judge(finding, direction.value());
            } else if (finding.entry() instanceof LexiconEntry.Measured measured && movements.hasNumber(finding)) {
                finding.become(measured.value());
                movements.judge(finding, measured.value());
            }
        }
    }

    private void judge(Finding direction, double value) {
        Finding thing = findings.after(direction, REACH_FORWARD, this::isUnmovedAdverse);
        if (thing == null || isCause(direction.end(), thing.start())) {
            thing = findings.before(direction, REACH_BACK, this::isUnmovedAdverse);
        }
        if (thing != null && !isCause(thing.end(), direction.start())) {
            moved.add(thing);
            thing.become(0);
            direction.become(-value);
            absorb(thing, direction);
        }
        direction.multiplyBy(size(percentNear(direction)));
    }

    /** Whether a word between two places says that one is the cause of the other: {@code falls on fears}. */
    private boolean isCause(int from, int to) {
        var words = findings.sentence().words();
        for (int at = from; at < to; at++) {
            if (CAUSES.contains(words.get(at).text())) {
                return true;
            }
        }
        return false;
    }

    /** What is feared is not there when the fear goes: {@code fears of a default recede}. */
    private void absorb(Finding thing, Finding direction) {
        if (direction.valence() > 0) {
            findings.all().stream()
                    .filter(it -> it.start() > thing.start() && it.start() < direction.start() && it.valence() < 0)
                    .forEach(it -> it.become(0));
        }
    }

    private boolean isUnmovedAdverse(Finding finding) {
        return finding.entry() instanceof LexiconEntry.Adverse && !moved.contains(finding);
    }

    private boolean hasNumber(Finding finding) {
        for (int at = finding.end(); at < finding.end() + NUMBER_REACH; at++) {
            if (isNumeric(at)) {
                return true;
            }
        }
        return isNumeric(finding.start() - 1);
    }

    private boolean isNumeric(int index) {
        var words = findings.sentence().words();
        return index >= 0 && index < words.size() && words.get(index).isNumeric();
    }

    private double percentNear(Finding finding) {
        var words = findings.sentence().words();
        int last = Math.min(words.size(), finding.end() + NUMBER_REACH);
        for (int at = Math.max(0, finding.start() - 1); at < last; at++) {
            double percent = words.get(at).percent();
            if (percent > 0) {
                return percent;
            }
        }
        return 0;
    }

    private static double size(double percent) {
        if (percent == 0) {
            return 1;
        }
        return percent < SMALL_PERCENT ? SMALL : 1 + LARGE * Math.min(percent, LARGE_PERCENT) / LARGE_PERCENT;
    }
}
