package io.tidemark.simulator.market;

/**
 * What the simulator knows about a symbol.
 *
 * @param symbol the feed's symbol
 * @param company name used in news
 * @param startPrice price at the start
 * @param dailyVolatility standard deviation of the log return over one session
 * @param marketShare share of its variance that comes from the common factor, 0 to 1; two symbols' returns correlate with
 *     the geometric mean of theirs
 */
public record SymbolProfile(
        String symbol, String company, double startPrice, double dailyVolatility, double marketShare) {

    /** Whether it trades round the clock in fractions and without sale conditions: exchange and pair, or a currency. */
    public boolean isCrypto() {
        return symbol.indexOf(':') >= 0;
    }
}
