package io.tidemark.newsanalysis.link;

import java.util.List;
import java.util.Set;

/**
 * What the directory knows of a symbol.
 *
 * @param symbol as the feed writes it
 * @param name the usual name
 * @param aliases other names, and names of what only this company makes
 * @param words those of the ticker, the name and the aliases that are ordinary words, too; they count only where the text
 *     around them speaks of a company
 * @param kind how stories mention it
 */
public record Company(String symbol, String name, List<String> aliases, Set<String> words, CompanyKind kind) {

    /** Bare tickers as short as this are taken for words: too many abbreviations look like them. */
    private static final int SHORT_TICKER = 2;

    public Company {
        aliases = List.copyOf(aliases);
        words = Set.copyOf(words);
    }

    /** The symbol without its exchange: {@code BTCUSDT} of {@code BINANCE:BTCUSDT}. */
    String ticker() {
        return symbol.substring(symbol.lastIndexOf(':') + 1);
    }

    boolean isWord(String form) {
        return words.contains(form);
    }

    boolean isTickerAWord() {
        return ticker().length() <= SHORT_TICKER || words.contains(ticker());
    }
}
