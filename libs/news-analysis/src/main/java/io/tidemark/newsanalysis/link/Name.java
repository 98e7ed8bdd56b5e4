package io.tidemark.newsanalysis.link;

import java.util.List;

/**
 * One way to write a company in a text.
 *
 * @param symbol whose name it is; empty for a phrase that only looks like a name
 * @param tokens its words
 * @param kind how sure a match of it is at best; a word has to be made sure of where it stands
 * @param ticker whether it is the ticker
 */
record Name(String symbol, List<Token> tokens, MentionKind kind, boolean ticker) {

    static Name lookalike(String phrase) {
        return new Name("", Tokenizer.tokens(phrase), MentionKind.DOUBTFUL, false);
    }

    boolean isLookalike() {
        return symbol.isEmpty();
    }

    /** Whether the words of a text from {@code start} on are written as this name is; their letters are known to be equal. */
    boolean fits(List<Token> text, int start) {
        for (int index = 0; index < tokens.size(); index++) {
            if (!fits(tokens.get(index), text.get(start + index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Token own, Token found) {
        if (own.isUpperCase() && own.text().length() > 1) {
            return found.isUpperCase();
        }
        return !own.isCapitalized() || found.isCapitalized();
    }
}
