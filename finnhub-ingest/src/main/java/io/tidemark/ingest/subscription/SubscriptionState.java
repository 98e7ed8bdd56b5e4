package io.tidemark.ingest.subscription;

/** What became of the wish for a symbol. */
public enum SubscriptionState {
    /** To be subscribed with the next connection. */
    WAITING,
    /** Subscribed on this connection; the feed never confirms. */
    ACTIVE,
    /** Beyond the number of symbols that the feed allows; tried again when another symbol goes. */
    OVER_LIMIT,
    /** Called invalid by the feed; tried again later. */
    INVALID
}
