package io.tidemark.speed.news.buzz;

/**
 * News about a symbol in an hour against the same hour of earlier weeks: a whole row of {@code speed.news_buzz}. A function
 * of the set of stories published before the hour's end, whose number is the revision.
 *
 * @param symbol the feed's symbol
 * @param bucket start of the hour, epoch ms
 * @param items stories that are about the symbol
 * @param expected their mean number in the same hour of the earlier weeks; NaN with too few of these
 * @param deviation what a difference from it is measured in, see {@link BuzzHistory}; NaN likewise
 * @param zScore {@code (items - expected) / deviation}; NaN likewise
 * @param samples number of the earlier weeks, those without a story included
 * @param revision stories about the symbol that were published before the hour's end, as far as this job knows
 */
public record SymbolBuzz(
        String symbol,
        long bucket,
        long items,
        double expected,
        double deviation,
        double zScore,
        long samples,
        long revision) {

    /** By symbol and hour, the key of its table. */
    public static int compareKeys(SymbolBuzz one, SymbolBuzz other) {
        int bySymbol = one.symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : Long.compare(one.bucket, other.bucket);
    }
}
