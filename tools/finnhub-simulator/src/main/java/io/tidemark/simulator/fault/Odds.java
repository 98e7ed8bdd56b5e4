package io.tidemark.simulator.fault;

/** How often a fault strikes. */
public interface Odds {

    /** Chance at every opportunity (frame, trade, handshake or request), 0 to 1. */
    double probability();

    /** After how many strikes it stops; 0 means never. */
    long count();
}
