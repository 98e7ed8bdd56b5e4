package io.tidemark.newsanalysis.text;

/** Makes texts from anywhere fit for the database: it takes no NUL and no half of a surrogate pair. */
public final class CleanText {
    private CleanText() {}

    /** The text without what no table can hold, cut to a length in UTF-16 units. */
    public static String of(String text, int maxLength) {
        if (text.length() <= maxLength && isClean(text)) {
            return text;
        }
        var clean = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int symbol = text.codePointAt(at);
            int width = Character.charCount(symbol);
            if (clean.length() + width > maxLength) {
                break;
            }
            if (isClean(symbol)) {
                clean.appendCodePoint(symbol);
            }
            at += width;
        }
        return clean.toString();
    }

    /** The same in one line: every control character becomes a blank. */
    public static String oneLine(String text, int maxLength) {
        return of(text, maxLength).replaceAll("\\p{Cntrl}", " ");
    }

    /** Whether a name can be kept as it is: not blank, not too long, and without control characters. */
    public static boolean isName(String text, int maxLength) {
        return !text.isBlank() && oneLine(text, maxLength).equals(text);
    }

    private static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isClean);
    }

    private static boolean isClean(int symbol) {
        return symbol != 0 && !(symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE);
    }
}
