package io.tidemark.simulator.feed;

/**
 * How fast a paced feed runs.
 *
 * @param speed milliseconds of event time per millisecond of wall time
 * @param live whether trade times are wall times; otherwise the first trade is due at once
 * @param maxLagMs trades that are later than this (the machine slept) are skipped as if they had never happened
 * @param pastPatienceMs how long a client may take to read a frame of the past
 * @param frameEveryMs least wall time between two frames, unless the first was full; 0 for none
 */
public record Pace(double speed, boolean live, long maxLagMs, long pastPatienceMs, long frameEveryMs) {

    private static final long LIVE_MAX_LAG_MS = 10_000;
    private static final long SLOW_CLIENT_MS = 10_000;
    /** A client that starts on a busy machine gets hours of trades at once. */
    private static final long PAST_PATIENCE_MS = 300_000;

    /** A market whose trades happen now. */
    public static Pace ofLiveMarket(long frameEveryMs) {
        return new Pace(1, true, LIVE_MAX_LAG_MS, SLOW_CLIENT_MS, frameEveryMs);
    }

    /** A market whose trades happen now, after those of its past were sent at once. */
    public static Pace ofMarketWithHistory(long historyMs, long frameEveryMs) {
        long maxLagMs = historyMs + PAST_PATIENCE_MS + LIVE_MAX_LAG_MS;
        return new Pace(1, true, maxLagMs, PAST_PATIENCE_MS, frameEveryMs);
    }

    /** A recording played at a multiple of its own speed, from its first trade on; nothing is skipped. */
    public static Pace ofRecording(double speed, long frameEveryMs) {
        return new Pace(speed, false, Long.MAX_VALUE, SLOW_CLIENT_MS, frameEveryMs);
    }

    /**
     * How long to wait for a client that has not read yet, in milliseconds, before it is dropped.
     *
     * @param tradeTime of the trade to send, epoch ms
     * @param startedAt when the feed started, epoch ms
     */
    public long patienceMs(long tradeTime, long startedAt) {
        return live && tradeTime < startedAt ? pastPatienceMs : SLOW_CLIENT_MS;
    }
}
