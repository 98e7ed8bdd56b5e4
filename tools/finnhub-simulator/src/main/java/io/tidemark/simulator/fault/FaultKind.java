package io.tidemark.simulator.fault;

/** Faults that strike by chance or a number of times. */
public enum FaultKind {
    /** A frame is sent several times. */
    DUPLICATE("duplicate"),
    /** A trade is held back for up to some hundred ms, so that times fall. */
    REORDER("reorder"),
    /** A trade is held back for up to many minutes. */
    LATE("late"),
    /** A frame that is no well-formed trade frame is put in. */
    MALFORMED("malformed"),
    /** A frame of megabytes is put in. */
    HUGE("huge"),
    /** A frame without content is put in. */
    EMPTY("empty"),
    /** An error frame is put in. */
    ERROR("error"),
    /** An impossible trade is put into a frame of good ones. */
    BAD_TRADE("badTrade"),
    /** A trade from the future is put into a frame of good ones. */
    FUTURE_TRADE("futureTrade"),
    /** A frame carries fields that nobody knows. */
    UNKNOWN_FIELDS("unknownFields"),
    /** A WebSocket handshake is answered with another status. */
    HANDSHAKE("handshake"),
    /** A REST request is answered with another status, late, or with a huge body. */
    REST("rest");

    private final String key;

    FaultKind(String key) {
        this.key = key;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }
}
