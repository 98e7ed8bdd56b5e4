package io.tidemark.newsanalysis.link;

import java.util.List;
import java.util.Set;

/**
 * A headline or a summary as words.
 *
 * @param tokens its words
 * @param capitalizesAll whether it writes most words with a capital, so that a capital says nothing about a word
 */
record Text(List<Token> tokens, boolean capitalizesAll) {
    private static final int LONG_WORD = 4;
    private static final int MOST_CHARACTERS = 4_000;
    private static final Set<String> CONJUNCTIONS = Set.of("and", "&", "or", "vs", "plus");

    /** Reads a text, of a very long one the beginning. */
    static Text of(String text) {
        List<Token> tokens = Tokenizer.tokens(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        return new Text(tokens, capitalizesAll(tokens));
    }

    /** Short words stay lower case in titles, and the first word is always capitalized: neither tells anything. */
    private static boolean capitalizesAll(List<Token> tokens) {
        int capitalized = 0;
        int lower = 0;
        for (Token token : tokens) {
            if (token.text().length() < LONG_WORD || token.opensSentence()) {
                continue;
            }
            if (token.isCapitalized()) {
                capitalized++;
            } else {
                lower++;
            }
        }
        return capitalized >= lower;
    }

    /** Whether only a comma or an "and" stands between a word that ends at {@code end} and one that begins at {@code start}. */
    boolean isListed(int end, int start) {
        if (end < 1 || start < end || start >= tokens.size()) {
            return false;
        }
        char after = tokens.get(end - 1).after();
        boolean comma = after == ',' || after == '/';
        return start == end ? comma : start == end + 1 && CONJUNCTIONS.contains(folded(end));
    }

    /** The word at an index in lower case, empty outside the text. */
    String folded(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).folded() : "";
    }
}
