package io.tidemark.speed.news.link;

import java.util.List;

/**
 * A headline or a summary as words.
 *
 * @param tokens its words
 * @param capitalizesAll whether it writes most words with a capital, so that a capital says nothing about a word
 */
record Text(List<Token> tokens, boolean capitalizesAll) {
    private static final int LONG_WORD = 4;

    static Text of(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
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

    /** The word at an index in lower case, empty outside the text. */
    String folded(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).folded() : "";
    }
}
