package io.tidemark.contracts.conditions;

/**
 * What a trade may update.
 *
 * @param last open and close
 * @param highLow high and low
 * @param volume volume, VWAP and trade count
 */
public record TradeEffects(boolean last, boolean highLow, boolean volume) {

    /** Updates everything: a trade without any special condition. */
    public static final TradeEffects ALL = new TradeEffects(true, true, true);
}
