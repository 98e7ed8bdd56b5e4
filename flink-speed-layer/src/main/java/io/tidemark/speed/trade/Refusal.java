package io.tidemark.speed.trade;

/** Why a record of the trade topic is kept out of bars and prices. */
public enum Refusal {
    /** It is a trade like any other. */
    NONE,
    /** Its bytes are no trade. */
    UNDECODABLE,
    /** Its trade time lies ahead of its receipt or of this machine's clock: it would drag the watermark along. */
    FUTURE
}
