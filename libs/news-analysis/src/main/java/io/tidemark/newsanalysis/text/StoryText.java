package io.tidemark.newsanalysis.text;

import java.util.Collection;
import java.util.List;

/**
 * What is taken over of a story's fields, the same in both layers: lengths in UTF-16 units, and no character that a table
 * cannot hold.
 */
public final class StoryText {
    /** Of a name that is a key: PostgreSQL's index entries have room for 2,700 bytes, and a character takes up to 3. */
    public static final int MAX_NAME = 300;

    private static final int MAX_SYMBOL = 64;
    private static final int MAX_SYMBOLS = 100;
    private static final int MAX_HEADLINE = 1_000;
    private static final int MAX_TEXT = 10_000;

    private StoryText() {}

    /** A headline, cut. */
    public static String headline(String text) {
        return CleanText.of(text, MAX_HEADLINE);
    }

    /** A summary or an address, cut. */
    public static String body(String text) {
        return CleanText.of(text, MAX_TEXT);
    }

    /** The name of a source or a category, cut; may be empty. */
    public static String label(String text) {
        return CleanText.of(text, MAX_NAME).strip();
    }

    /** Whether an id or a feed can be a key as it is: not blank, not too long, and clean. */
    public static boolean isKey(String text) {
        return !text.isBlank() && CleanText.of(text, MAX_NAME).equals(text);
    }

    /** The symbols among what a feed names, each once, the first hundred. */
    public static List<String> symbols(Collection<String> named) {
        return named.stream()
                .filter(StoryText::isSymbol)
                .distinct()
                .limit(MAX_SYMBOLS)
                .toList();
    }

    /** Symbols are sent to the database by lines. */
    private static boolean isSymbol(String text) {
        return text.length() <= MAX_SYMBOL && isKey(text) && text.chars().noneMatch(Character::isISOControl);
    }
}
