package io.tidemark.simulator.feed;

/** Takes the part of a batch that a client wanted and did not get. Called from any thread. */
@FunctionalInterface
interface UndeliveredTrades {

    void add(Batch part);
}
