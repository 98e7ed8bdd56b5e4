package io.tidemark.dashboard.market;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows beside bars, read at one instant.
 *
 * @param quotes by symbol
 * @param coverage null before the first publication
 * @param runs the latest ones, newest first
 */
public record Overview(List<Quote> quotes, @Nullable BatchCoverage coverage, List<BatchRun> runs) {
    /** Nothing is served. */
    public static final Overview EMPTY = new Overview(List.of(), null, List.of());

    public Overview {
        quotes = List.copyOf(quotes);
        runs = List.copyOf(runs);
    }

    /** The quote of a symbol, if it is served. */
    public Optional<Quote> quote(String symbol) {
        return quotes.stream().filter(quote -> quote.symbol().equals(symbol)).findFirst();
    }

    /** Time of the newest trade of all symbols. */
    public Optional<Instant> newestTrade() {
        return quotes.stream().map(Quote::lastTime).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
