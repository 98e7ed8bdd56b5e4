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
 * @param gaps the latest silences of the feed, oldest first
 */
public record Overview(List<Quote> quotes, @Nullable BatchCoverage coverage, List<BatchRun> runs, List<FeedGap> gaps) {
    /** Nothing is served. */
    public static final Overview EMPTY = new Overview(List.of(), null, List.of(), List.of());

    public Overview {
        quotes = List.copyOf(quotes);
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
    }

    /** The quote of a symbol, if it is served. */
    public Optional<Quote> quote(String symbol) {
        return quotes.stream().filter(quote -> quote.symbol().equals(symbol)).findFirst();
    }

    /** Time of the newest trade of all symbols. */
    public Optional<Instant> newestTrade() {
        return quotes.stream().map(Quote::lastTime).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** When any symbol was last heard of. */
    public Optional<Instant> lastHeard() {
        return quotes.stream().map(Quote::heardAt).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** Silences of the feed in which a symbol was subscribed. */
    public List<FeedGap> gapsOf(String symbol) {
        return gaps.stream().filter(gap -> gap.concerns(symbol)).toList();
    }

    /** The same with prices and boundary as they are by now. */
    Overview at(LiveState now) {
        return new Overview(LiveQuotes.over(quotes, now.prices()), now.coverage(), runs, gaps);
    }

    /** The same with the live price as the newest point of every line. */
    Overview drawnUpTo(LiveState now) {
        return new Overview(LiveQuotes.extended(quotes, now.prices()), coverage, runs, gaps);
    }
}
