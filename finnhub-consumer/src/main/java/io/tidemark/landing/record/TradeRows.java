package io.tidemark.landing.record;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.landing.TradeCsv;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;

/** Rows of {@link TradeCsv}. */
public final class TradeRows extends EventRows<Trade> {

    /**
     * Rows of trades that are not from the future.
     *
     * @param maxFuture how far beyond the wall clock a trade's time may lie; the feed's clock and ours differ
     */
    public TradeRows(Duration maxFuture) {
        super(new TradeCodec(), "tradeTime", maxFuture);
    }

    @Override
    long eventTime(Trade trade) {
        return trade.tradeTime();
    }

    /** The codec has refused already what would break a row. */
    @Override
    Optional<String> fault(Trade trade) {
        return Optional.empty();
    }

    /** Columns in the order of {@link TradeCsv#HEADER}. */
    @Override
    void columns(Trade trade, RowBuffer row) throws CharacterCodingException {
        row.text(trade.symbol());
        row.raw(',');
        row.decimal(trade.price());
        row.raw(',');
        row.decimal(trade.volume());
        row.raw(',');
        row.number(trade.tradeTime());
        row.raw(',');
        row.number(trade.receivedAt());
        row.raw(',');
        row.text(joined(trade.conditions(), TradeCsv.CONDITION_SEPARATOR));
        row.raw(',');
        row.text(trade.id());
    }
}
