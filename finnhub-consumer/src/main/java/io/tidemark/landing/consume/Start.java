package io.tidemark.landing.consume;

import io.tidemark.landing.segment.Chain;

/** Where to begin to read a partition, from what is landed and what Kafka still has. */
sealed interface Start {

    /** Kafka has the record that comes next, or will have. */
    record AtChainEnd() implements Start {}

    /**
     * Kafka has lost the records from the chain's end to here.
     *
     * @param reason for the gap's manifest
     */
    record AfterGap(long offset, String reason) implements Start {}

    /**
     * A person must decide.
     *
     * @param message what is wrong and what can be done
     */
    record Refused(String message) implements Start {}

    /**
     * Compares.
     *
     * @param partition named in messages, for example {@code market.trades.v1-2}
     * @param topicId Kafka's id of the topic now
     * @param beginning first offset that Kafka has
     * @param end offset after the last that it has
     */
    static Start of(String partition, Chain chain, String topicId, long beginning, long end) {
        if (chain.topicId().isPresent() && !chain.topicId().get().equals(topicId)) {
            return new Refused(partition + ": the topic was deleted and made again: landed from topic id "
                    + chain.topicId().get() + " up to offset " + chain.end() + ", Kafka has " + topicId
                    + ". Its offsets start anew, so they cannot follow those landed: land the new topic into another"
                    + " directory.");
        }
        if (end < chain.end()) {
            return new Refused(partition + ": Kafka's end is offset " + end + ", but everything up to " + chain.end()
                    + " is landed: Kafka lost records that it had, or this directory belongs to another cluster.");
        }
        if (beginning > chain.end()) {
            return new AfterGap(
                    beginning,
                    "offsets " + chain.end() + " to " + (beginning - 1)
                            + " were removed from Kafka before they landed");
        }
        return new AtChainEnd();
    }
}
