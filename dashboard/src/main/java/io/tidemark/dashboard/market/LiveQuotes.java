package io.tidemark.dashboard.market;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Live prices laid over the watchlist. The watchlist's own previous close stays what a change is told against, so that a
 * symbol never has two changes; only where the watchlist does not know the live price's date is the speed layer's taken.
 */
final class LiveQuotes {
    private static final int LONGEST_LINE = 60;

    private LiveQuotes() {}

    /** Every quote with its live price, and the symbols that only the speed layer knows; by symbol. */
    static List<Quote> over(List<Quote> served, List<LivePrice> live) {
        Map<String, Quote> quotes = new TreeMap<>();
        served.forEach(quote -> quotes.put(quote.symbol(), quote));
        for (LivePrice price : live) {
            quotes.compute(price.symbol(), (symbol, quote) -> quote == null ? alone(price) : moved(quote, price));
        }
        return List.copyOf(quotes.values());
    }

    private static Quote alone(LivePrice live) {
        return new Quote(
                live.symbol(),
                live.price(),
                live.tradeTime(),
                live.change(),
                live.changePercent(),
                0,
                List.of(live.price()),
                live.updatedAt());
    }

    private static Quote moved(Quote quote, LivePrice live) {
        if (isNewer(quote, live)) {
            return new Quote(
                    quote.symbol(),
                    quote.last(),
                    quote.lastTime(),
                    quote.change(),
                    quote.changePercent(),
                    quote.volume(),
                    quote.closes(),
                    live.updatedAt());
        }
        Double reference = reference(quote, live);
        Double change = reference == null ? live.change() : Double.valueOf(live.price() - reference);
        return new Quote(
                quote.symbol(),
                live.price(),
                live.tradeTime(),
                change,
                reference == null || reference == 0 ? live.changePercent() : percent(live.price(), reference),
                quote.volume(),
                quote.closes(),
                live.updatedAt());
    }

    private static Double percent(double price, double reference) {
        return 100 * (price - reference) / reference;
    }

    private static boolean isNewer(Quote quote, LivePrice live) {
        return quote.last() != null
                && quote.lastTime() != null
                && quote.lastTime().isAfter(live.tradeTime());
    }

    /** The previous close that the watchlist compares with, if it is of the same date. */
    private static @Nullable Double reference(Quote quote, LivePrice live) {
        if (quote.last() == null || quote.change() == null || quote.lastTime() == null) {
            return null;
        }
        LocalDate date = quote.lastTime().atZone(ZoneOffset.UTC).toLocalDate();
        return date.equals(live.session()) ? quote.last() - quote.change() : null;
    }

    /** The same quotes, their lines of closes going on to the live price where that is newer. */
    static List<Quote> extended(List<Quote> served, List<LivePrice> live) {
        Map<String, LivePrice> prices = live.stream().collect(Collectors.toMap(LivePrice::symbol, Function.identity()));
        return served.stream()
                .map(quote -> {
                    LivePrice price = prices.get(quote.symbol());
                    return price == null || knows(quote, price) ? quote : extended(quote, price);
                })
                .toList();
    }

    /** Whether the price, or one after it, is in the line already. */
    private static boolean knows(Quote quote, LivePrice live) {
        return quote.lastTime() != null && !live.tradeTime().isAfter(quote.lastTime());
    }

    private static Quote extended(Quote quote, LivePrice live) {
        List<Double> closes = new ArrayList<>(quote.closes());
        closes.add(live.price());
        return new Quote(
                quote.symbol(),
                quote.last(),
                quote.lastTime(),
                quote.change(),
                quote.changePercent(),
                quote.volume(),
                closes.subList(Math.max(0, closes.size() - LONGEST_LINE), closes.size()),
                quote.updatedAt());
    }
}
