package io.tidemark.quality.headlines;

import java.util.Set;

/** How many links of stories to symbols were right, wrong and missed. */
final class LinkTally {
    private int right;
    private int wrong;
    private int missed;

    void add(Set<String> gold, Set<String> found) {
        int common = (int) found.stream().filter(gold::contains).count();
        right += common;
        wrong += found.size() - common;
        missed += gold.size() - common;
    }

    int right() {
        return right;
    }

    int wrong() {
        return wrong;
    }

    int missed() {
        return missed;
    }

    /** The share of the links found that are right; 1 when none was found. */
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of the right links that were found; 1 when there is none. */
    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /** The harmonic mean of precision and recall. */
    double f1() {
        int either = 2 * right + wrong + missed;
        return either == 0 ? 1 : 2.0 * right / either;
    }
}
