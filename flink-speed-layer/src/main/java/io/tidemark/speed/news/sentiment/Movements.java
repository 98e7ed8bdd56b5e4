package io.tidemark.speed.news.sentiment;

import java.util.HashSet;
import java.util.Set;

/**
 * Judges what goes up or down: costs that fall are good, a loss that widens is bad, and the larger the percentage beside it, the
 * more so.
 */
final class Movements {
    private static final int REACH = 4;
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
        Finding thing = findings.after(direction, REACH, this::isUnmovedAdverse);
        if (thing == null) {
            thing = findings.before(direction, REACH, this::isUnmovedAdverse);
        }
        if (thing != null) {
            moved.add(thing);
            thing.become(0);
            direction.become(-value);
        }
        direction.multiplyBy(size(percentNear(direction)));
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
