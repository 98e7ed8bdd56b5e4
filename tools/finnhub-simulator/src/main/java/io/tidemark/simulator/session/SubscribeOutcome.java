package io.tidemark.simulator.session;

/** What became of a subscribe message. Finnhub acknowledges none of them and reports the bad ones. */
public enum SubscribeOutcome {
    SUBSCRIBED,
    TOO_MANY_SYMBOLS,
    INVALID_SYMBOL
}
