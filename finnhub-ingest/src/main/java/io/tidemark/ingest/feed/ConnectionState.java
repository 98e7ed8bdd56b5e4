package io.tidemark.ingest.feed;

/** Where the connection stands. */
public enum ConnectionState {
    /** Not started yet. */
    NEW,
    /** The handshake is under way. */
    CONNECTING,
    /** Open and listening. */
    CONNECTED,
    /** Lost; the next attempt has a time. */
    BACKING_OFF,
    /** The feed refused the key; the next attempt comes late. */
    REJECTED,
    /** Ended by us. */
    STOPPED
}
