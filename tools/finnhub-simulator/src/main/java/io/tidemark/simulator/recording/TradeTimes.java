package io.tidemark.simulator.recording;

/** Which event times a recording's trades get. */
public enum TradeTimes {
    /** Those of the file. */
    ORIGINAL,
    /** All moved by one offset so that the first trade happens when the playback starts. */
    SHIFTED
}
