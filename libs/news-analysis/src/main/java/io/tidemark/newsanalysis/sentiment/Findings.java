package io.tidemark.newsanalysis.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the lexicon knows of a sentence, in its order, and what stands near what. */
final class Findings {
    private static final double CHANGE = 1.2;

    private final Sentence sentence;
    private final List<Finding> all;

    private Findings(Sentence sentence, List<Finding> all) {
        this.sentence = sentence;
        this.all = all;
    }

    static Findings in(Sentence sentence, PhraseTree tree) {
        List<Word> words = sentence.words();
        List<Finding> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            PhraseTree.Match match = tree.longest(words, at);
            if (match != null) {
                found.add(new Finding(match.entry(), at, at + match.length()));
                at += match.length();
                continue;
            }
            if (words.get(at).kind() == Word.Kind.CHANGE) {
                double value = words.get(at).negative() ? -CHANGE : CHANGE;
                found.add(new Finding(new LexiconEntry.Direction(value, value), at, at + 1));
            }
            at++;
        }
        return new Findings(sentence, found);
    }

    Sentence sentence() {
        return sentence;
    }

    List<Finding> all() {
        return all;
    }

    /** The first wanted finding that begins at most {@code reach} words after another one, not beyond a break; or null. */
    @Nullable Finding after(Finding finding, int reach, Predicate<Finding> wanted) {
        for (int index = all.indexOf(finding) + 1; index < all.size(); index++) {
            Finding next = all.get(index);
            if (next.start() - finding.end() >= reach || isBrokenBetween(finding.end(), next.start())) {
                return null;
            }
            if (wanted.test(next)) {
                return next;
            }
        }
        return null;
    }

    /** The last wanted finding that ends at most {@code reach} words before another one, not beyond a break; or null. */
    @Nullable Finding before(Finding finding, int reach, Predicate<Finding> wanted) {
        for (int index = all.indexOf(finding) - 1; index >= 0; index--) {
            Finding previous = all.get(index);
            if (finding.start() - previous.end() >= reach || isBrokenBetween(previous.end(), finding.start())) {
                return null;
            }
            if (wanted.test(previous)) {
                return previous;
            }
        }
        return null;
    }

    double sum() {
        return all.stream().mapToDouble(Finding::valence).sum();
    }

    private boolean isBrokenBetween(int from, int to) {
        for (int at = from; at <= to; at++) {
            if (sentence.words().get(at).afterBreak()) {
                return true;
            }
        }
        return false;
    }
}
