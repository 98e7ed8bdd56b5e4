package io.tidemark.simulator.rest;

import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The latest prices of every symbol that is played, whether or not somebody is subscribed to it. For several threads. */
public final class QuoteBoard {

    private static final long DAY_MS = 86_400_000;

    private final Map<String, Quote> quotes = new ConcurrentHashMap<>();

    /**
     * One UTC day of a symbol.
     *
     * @param day days since 1970
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param last latest price
     * @param previousClose last price of the day before, or the first price ever seen
     * @param time of the latest price, epoch ms
     */
    record Quote(long day, double open, double high, double low, double last, double previousClose, long time) {

        static Quote first(double price, long time) {
            return new Quote(Math.floorDiv(time, DAY_MS), price, price, price, price, price, time);
        }

        Quote with(double price, long newTime) {
            if (newTime < time) {
                return this;
            }
            long newDay = Math.floorDiv(newTime, DAY_MS);
            if (newDay != day) {
                return new Quote(newDay, price, price, price, price, last, newTime);
            }
            return new Quote(day, open, Math.max(high, price), Math.min(low, price), price, previousClose, newTime);
        }
    }

    Optional<Quote> of(String symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    /** The same trades, noted on the board as they are read. */
    public TradeSource watch(TradeSource trades) {
        return new TradeSource() {
            @Override
            public @Nullable FeedTrade next() {
                FeedTrade trade = trades.next();
                if (trade != null) {
                    note(trade);
                }
                return trade;
            }

            @Override
            public void close() {
                trades.close();
            }
        };
    }

    private void note(FeedTrade trade) {
        double price = Double.parseDouble(trade.price());
        Quote before = quotes.get(trade.symbol());
        quotes.put(
                trade.symbol(),
                before == null ? Quote.first(price, trade.tradeTime()) : before.with(price, trade.tradeTime()));
    }
}
