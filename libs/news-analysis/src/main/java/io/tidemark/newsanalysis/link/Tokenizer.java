package io.tidemark.newsanalysis.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words of letters and digits. A dot, an ampersand or an apostrophe between two of them belongs to the word
 * ({@code BRK.B}, {@code AT&T}, {@code O'Reilly}), a hyphen parts words, and an ampersand that stands alone is one.
 */
final class Tokenizer {
    private static final String SENTENCE_ENDS = ".!?:;\"\u201c\u201d\u2018\u2022|";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean opening = true;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = wordEnd(at);
                add(at, end);
                at = end;
                opening = false;
            } else {
                if (c == '&') {
                    add(at, at + 1);
                }
                opening |= SENTENCE_ENDS.indexOf(c) >= 0;
                at++;
            }
        }
    }

    private int wordEnd(int start) {
        int end = start + 1;
        while (end < text.length() && (isWordAt(end) || (isJoint(text.charAt(end)) && isWordAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private void add(int start, int end) {
        int stemEnd = end;
        boolean possessive = end - start > 2 && text.charAt(end - 1) == 's' && isApostrophe(text.charAt(end - 2));
        if (possessive) {
            stemEnd = end - 2;
        }
        String word = text.substring(start, stemEnd);
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        tokens.add(new Token(word, word.toLowerCase(Locale.ROOT), possessive, opening, before, after));
    }

    private boolean isWordAt(int index) {
        return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == '&' || isApostrophe(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
