package io.tidemark.simulator.feed;

/** Plays a source of trades to the clients; run by one thread until the source ends or the thread is interrupted. */
public interface Playback {

    /** Plays until there is nothing left to play. */
    void play() throws InterruptedException;

    /** Whether the first trade is due or was sent. */
    boolean isStarted();

    /** Whether every trade has been sent or counted as missed. */
    boolean isFinished();

    /** Trade frames handed to sockets whose writing has neither succeeded nor failed yet. */
    int framesUnderWay();
}
