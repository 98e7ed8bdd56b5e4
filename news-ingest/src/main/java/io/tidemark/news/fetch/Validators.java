package io.tidemark.news.fetch;

/**
 * What a server gave to ask "changed since?" with.
 *
 * @param etag empty when there is none
 * @param lastModified empty when there is none
 */
public record Validators(String etag, String lastModified) {
    public static final Validators NONE = new Validators("", "");

    private static final String SEPARATOR = "\n";

    /** From the form that {@link #text()} gives. */
    public static Validators parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? NONE : new Validators(text.substring(0, end), text.substring(end + 1));
    }

    /** Both in one text; headers hold no line breaks. */
    public String text() {
        return etag + SEPARATOR + lastModified;
    }
}
