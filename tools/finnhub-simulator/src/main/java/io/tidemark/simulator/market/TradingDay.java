package io.tidemark.simulator.market;

/** How busy and how volatile a market is at a time of day, and when its sessions open and close. */
interface TradingDay {

    /** Which part of the day it is. */
    enum Phase {
        REGULAR,
        EXTENDED,
        CLOSED
    }

    /** An opening or a close. */
    record Boundary(long time, boolean opening) {}

    Phase phase(long time);

    /** Trades per second relative to the regular session's mean; 0 when closed. */
    double activity(long time);

    /** Most that {@link #activity} can be. */
    double maxActivity();

    /** Variance of returns per ms relative to the regular session's mean. */
    double variance(long time);

    /** Length of the regular session in ms. */
    long sessionMs();

    /** The first opening or close of a regular session after a time. */
    Boundary nextBoundary(long time);
}
