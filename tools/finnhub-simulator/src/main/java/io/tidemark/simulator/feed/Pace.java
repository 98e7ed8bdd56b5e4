package io.tidemark.simulator.feed;

/**
 * How fast a paced feed runs.
 *
 * @param speed milliseconds of event time per millisecond of wall time
 * @param live whether trade times are wall times; otherwise the first trade is due at once
 * @param maxLagMs trades that are later than this (the machine slept) are skipped as if they had never happened
 * @param frameEveryMs least wall time between two frames, unless the first was full; 0 for none
 */
public record Pace(double speed, boolean live, long maxLagMs, long frameEveryMs) {

    private static final long LIVE_MAX_LAG_MS = 10_000;

    /** A market whose trades happen now. */
    public static Pace ofLiveMarket(long frameEveryMs) {
        return ofMarketWithHistory(0, frameEveryMs);
    }

    /** A market whose trades happen now, after those of its past were sent at once. */
    public static Pace ofMarketWithHistory(long historyMs, long frameEveryMs) {
        return new Pace(1, true, historyMs + LIVE_MAX_LAG_MS, frameEveryMs);
    }

    /** A recording played at a multiple of its own speed, from its first trade on; nothing is skipped. */
    public static Pace ofRecording(double speed, long frameEveryMs) {
        return new Pace(speed, false, Long.MAX_VALUE, frameEveryMs);
    }
}
