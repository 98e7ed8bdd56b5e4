package io.tidemark.simulator.recording;

/** What a recording waits for before its first trade. */
public enum StartCondition {
    /** Every symbol of the recording has a subscriber. */
    SUBSCRIBED,
    /** A client is connected. */
    CONNECTED,
    /** {@code POST /admin/start}, which also overrides the other two. */
    ADMIN
}
