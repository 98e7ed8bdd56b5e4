package io.tidemark.news.fetch;

/** A request that brought no answer, all attempts included; the message is for people and holds no secret. */
public final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether other requests to the same source would fare no better. */
    private final boolean wholeSource;

    public FetchFailure(String reason, boolean wholeSource) {
        super(reason);
        this.wholeSource = wholeSource;
    }

    public boolean wholeSource() {
        return wholeSource;
    }
}
