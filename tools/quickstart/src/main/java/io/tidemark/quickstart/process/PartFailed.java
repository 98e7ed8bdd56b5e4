package io.tidemark.quickstart.process;

/** A part did not start or did not go on; the message tells a person what happened and where its log is. */
public final class PartFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public PartFailed(String message) {
        super(message);
    }
}
