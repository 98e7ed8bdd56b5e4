package io.tidemark.batch.session;

/** Which part of a market's day. */
public enum SessionKind {
    /** Before the open, US equities only. */
    PRE("pre"),
    /** The session proper; all of the time of a market that does not close for the night. */
    REGULAR("regular"),
    /** After the close, US equities only. */
    POST("post");

    private final String label;

    SessionKind(String label) {
        this.label = label;
    }

    /** Its name in results, for example {@code regular}. */
    public String label() {
        return label;
    }
}
