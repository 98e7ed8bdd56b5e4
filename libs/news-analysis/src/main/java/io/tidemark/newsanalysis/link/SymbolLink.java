package io.tidemark.newsanalysis.link;

/**
 * One symbol that a story has to do with.
 *
 * @param symbol the feed's symbol, for example {@code AAPL} or {@code BINANCE:BTCUSDT}
 * @param relevance above 0 and at most 1; {@link Relevance} tells what the values mean
 * @param namedByFeed whether the feed itself relates the story to the symbol
 */
public record SymbolLink(String symbol, double relevance, boolean namedByFeed) {

    public SymbolLink {
        if (!(relevance > 0 && relevance <= 1)) {
            throw new IllegalArgumentException("relevance of " + symbol + " is not in (0, 1]: " + relevance);
        }
    }

    /** Whether the story is taken to be about the symbol. */
    public boolean isRelevant() {
        return relevance >= Relevance.RELEVANT;
    }
}
