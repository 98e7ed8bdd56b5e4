package io.tidemark.newsanalysis.sentiment;

/**
 * A word of a sentence.
 *
 * @param text in lower case, without a possessive ending; a number without its sign
 * @param kind what it is
 * @param negative whether a minus sign stood before it
 * @param afterBreak whether a comma, a dash, a colon or a bracket stood before it
 */
record Word(String text, Kind kind, boolean negative, boolean afterBreak) {

    enum Kind {
        WORD,
        NUMBER,
        PERCENTAGE,
        /** A percentage with a plus or minus sign: a change. */
        CHANGE
    }

    boolean isNumeric() {
        return kind != Kind.WORD;
    }

    /** Percent of a percentage or change; 0 for everything else and for what is too odd to read. */
    double percent() {
        if (kind != Kind.PERCENTAGE && kind != Kind.CHANGE) {
            return 0;
        }
        try {
            return Double.parseDouble(text.replace(",", ""));
        } catch (NumberFormatException odd) {
            return 0;
        }
    }
}
