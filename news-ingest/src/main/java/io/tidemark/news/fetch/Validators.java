package io.tidemark.news.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask "changed since?" with.
 *
 * @param etag empty when there is none
 * @param lastModified empty when there is none
 */
public record Validators(String etag, String lastModified) {
    public static final Validators NONE = new Validators("", "");

    private static final String SEPARATOR = "\n";
    private static final int LONGEST = 1_000;

    /** From the headers of an answer; what could not be sent back is left out. */
    static Validators ofHeaders(@Nullable String etag, @Nullable String lastModified) {
        return new Validators(sendable(etag), sendable(lastModified));
    }

    /** From the form that {@link #text()} gives. */
    public static Validators parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? NONE : new Validators(text.substring(0, end), text.substring(end + 1));
    }

    private static String sendable(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return "";
        }
        return header.chars().allMatch(character -> character >= ' ' && character < 0x7f) ? header : "";
    }

    /** Both in one text; headers hold no line breaks. */
    public String text() {
        return etag + SEPARATOR + lastModified;
    }
}
