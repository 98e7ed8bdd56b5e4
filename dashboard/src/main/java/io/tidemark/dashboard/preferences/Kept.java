package io.tidemark.dashboard.preferences;

/** What counts for a reader at the moment, and how safe that is. */
public record Kept(Preferences preferences, State state) {
    /** Nothing is known of the reader yet. */
    public static final Kept UNKNOWN = new Kept(Preferences.USUAL, State.READING);

    /** How safe it is. */
    public enum State {
        /** What is kept is not known yet; the usual counts, and what was set meanwhile. */
        READING,
        /** What is kept could not be read; the usual counts, and is tried again. */
        UNREAD,
        /** It is kept. */
        KEPT,
        /** It is on its way. */
        SAVING,
        /** It could not be kept; it counts as long as the program runs, and is tried again. */
        UNSAVED
    }

    /** Whether the preferences are the reader's own, and not for want of them the usual. */
    public boolean known() {
        return state != State.READING && state != State.UNREAD;
    }
}
