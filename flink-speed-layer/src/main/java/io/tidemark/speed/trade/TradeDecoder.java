package io.tidemark.speed.trade;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.conditions.RegularSession;
import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.contracts.event.Trade;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** From the bytes of a record to a judged trade. For one thread. */
public final class TradeDecoder {
    private final TradeCodec codec = new TradeCodec();
    private final RegularSession session = new RegularSession();
    private final SaleConditionRules rules;
    private final long maxAheadMs;
    private final InstantSource clock;

    /**
     * A decoder.
     *
     * @param rules which part of a bar a trade may update
     * @param maxAhead how far a trade's time may lie after its receipt, and after now
     * @param clock this machine's time, which catches trades whose receipt is stamped wrongly too
     */
    public TradeDecoder(SaleConditionRules rules, Duration maxAhead, InstantSource clock) {
        this.rules = rules;
        this.maxAheadMs = maxAhead.toMillis();
        this.clock = clock;
    }

    /** Judges a record; never throws, whatever its bytes are. */
    public IncomingTrade decode(byte @Nullable [] value, int partition, long offset) {
        if (value == null) {
            return IncomingTrade.undecodable(partition, offset, "the record has no value");
        }
        Trade trade;
        try {
            trade = codec.decode(value);
        } catch (DecodeException e) {
            return IncomingTrade.undecodable(partition, offset, String.valueOf(e.getMessage()));
        }
        long time = trade.tradeTime();
        if (time > trade.receivedAt() + maxAheadMs) {
            long ahead = time - trade.receivedAt();
            return IncomingTrade.future(trade, partition, offset, "trade time " + ahead + " ms after its receipt");
        }
        long now = clock.millis();
        if (time > now + maxAheadMs) {
            return IncomingTrade.future(trade, partition, offset, "trade time " + (time - now) + " ms ahead of now");
        }
        return IncomingTrade.accepted(trade, effects(trade), partition, offset);
    }

    private TradeEffects effects(Trade trade) {
        // The session is asked for only where it can matter.
        if (trade.conditions().isEmpty() || trade.isPriceUpdate()) {
            return TradeEffects.ALL;
        }
        return rules.effects(trade.symbol(), trade.conditions(), session.contains(trade.tradeTime()));
    }
}
