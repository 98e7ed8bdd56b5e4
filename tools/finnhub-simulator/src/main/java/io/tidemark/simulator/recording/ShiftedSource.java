package io.tidemark.simulator.recording;

import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import org.jspecify.annotations.Nullable;

/** Trades of another source with every trade time moved by the same number of milliseconds. */
public final class ShiftedSource implements TradeSource {

    private final TradeSource trades;
    private final long offsetMs;

    ShiftedSource(TradeSource trades, long offsetMs) {
        this.trades = trades;
        this.offsetMs = offsetMs;
    }

    @Override
    public @Nullable FeedTrade next() {
        FeedTrade trade = trades.next();
        if (trade == null || offsetMs == 0) {
            return trade;
        }
        return new FeedTrade(
                trade.symbol(), trade.price(), trade.volume(), trade.tradeTime() + offsetMs, trade.conditions());
    }

    @Override
    public void close() {
        trades.close();
    }
}
