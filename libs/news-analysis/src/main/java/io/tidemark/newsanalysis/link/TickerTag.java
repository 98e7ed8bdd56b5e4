package io.tidemark.newsanalysis.link;

import java.util.Set;
import java.util.regex.Pattern;

/** Marks that say of a word that it is a ticker. */
enum TickerTag {
    /** None. */
    NONE,
    /** Parentheses alone: {@code (AAPL)}; abbreviations have them, too. */
    PARENTHESES,
    /** {@code $AAPL}, {@code NASDAQ: AAPL}: certain, even for a ticker that nobody knows. */
    EXPLICIT;

    private static final Pattern TICKER = Pattern.compile("[A-Z]{1,5}(\\.[A-Z])?");
    private static final Set<String> EXCHANGES = Set.of(
            "nasdaq", "nasdaqgs", "nasdaqgm", "nyse", "nysearca", "arca", "nyseamerican", "amex", "cboe", "bats");
    /** Endings by which one agency marks the exchange. */
    private static final Pattern AGENCY_CODE = Pattern.compile("\\.(O|OQ|N|K|P|A)$");

    static TickerTag of(Text text, int index) {
        Token token = text.tokens().get(index);
        if (!token.isUpperCase()) {
            return NONE;
        }
        boolean shaped = TICKER.matcher(token.text()).matches();
        if (shaped && (token.before() == '$' || followsExchange(text, index))) {
            return EXPLICIT;
        }
        return token.before() == '(' && token.after() == ')' ? PARENTHESES : NONE;
    }

    private static boolean followsExchange(Text text, int index) {
        if (index == 0) {
            return false;
        }
        Token previous = text.tokens().get(index - 1);
        return previous.after() == ':' && EXCHANGES.contains(previous.folded());
    }

    /** A ticker without the ending of its exchange: {@code AAPL} of {@code AAPL.O}. */
    static String withoutExchange(String ticker) {
        return AGENCY_CODE.matcher(ticker).replaceFirst("");
    }
}
