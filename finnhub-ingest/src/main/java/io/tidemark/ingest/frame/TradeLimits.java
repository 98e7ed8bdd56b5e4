package io.tidemark.ingest.frame;

import java.time.Duration;

/**
 * What no trade exceeds. Values beyond are faults of the feed, and harmful ones: a time in the far future would drag
 * every watermark along, and a price of 1e308 turns sums into infinity.
 *
 * @param maxAhead how far a trade's time may lie after its receipt
 */
public record TradeLimits(Duration maxAhead) {
    /** Ten thousand times the highest quotation known (currency pairs around 1e8). */
    static final double MAX_PRICE = 1e12;

    /** Tokens worth a millionth of a cent trade in lots of 1e12. */
    static final double MAX_VOLUME = 1e15;

    /** 1980-01-01: older times are seconds taken for milliseconds. */
    static final long MIN_TIME = 315_532_800_000L;

    static final int MAX_SYMBOL_LENGTH = 64;
    static final int MAX_CONDITIONS = 32;
    static final int MAX_CONDITION_LENGTH = 16;
}
