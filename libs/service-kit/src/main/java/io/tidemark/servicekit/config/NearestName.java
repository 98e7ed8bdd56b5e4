package io.tidemark.servicekit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped a name. */
final class NearestName {
    private NearestName() {}

    /** The known name with the fewest edits, empty when even that one differs in more than a third of the name. */
    static Optional<String> to(String mistyped, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(mistyped, name)))
                .filter(name -> edits(mistyped, name) <= Math.max(2, name.length() / 3));
    }

    /** Levenshtein distance: insertions, deletions and replacements of one character. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
