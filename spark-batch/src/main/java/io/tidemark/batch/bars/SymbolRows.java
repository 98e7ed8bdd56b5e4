package io.tidemark.batch.bars;

import io.tidemark.batch.parse.TradeRow;
import io.tidemark.contracts.conditions.TradeEffects;

/** Told of the rows of one symbol as {@link MinuteBars} adds them, so that nothing is looked up or decided twice. */
public interface SymbolRows {

    /** A row of volume zero. */
    void priceUpdate(TradeRow row);

    /**
     * A trade.
     *
     * @param minute start of its minute, epoch ms
     * @param effects what it may update
     * @param conditionsHash hash of its sale conditions
     */
    void trade(TradeRow row, long minute, TradeEffects effects, long conditionsHash);
}
