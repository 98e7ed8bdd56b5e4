package io.tidemark.ingest.subscription;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks of symbols as people write them; a symbol may hold a space and a colon ({@code IC MARKETS:1}). */
public final class Symbols {
    private static final int MAX_LENGTH = 64;

    private Symbols() {}

    /**
     * The symbols without surrounding space and repetitions, in their order.
     *
     * @throws IllegalArgumentException when one is empty, too long or holds a control character or a quote
     */
    public static Set<String> of(Collection<String> texts) {
        var symbols = new LinkedHashSet<String>();
        for (String text : texts) {
            String symbol = text.strip();
            if (symbol.isEmpty() || symbol.length() > MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "a symbol has 1 to " + MAX_LENGTH + " characters: \"" + symbol + "\"");
            }
            if (symbol.chars().anyMatch(c -> Character.isISOControl(c) || c == '"' || c == '\\' || c == ',')) {
                throw new IllegalArgumentException(
                        "a symbol holds no control characters, quotes, backslashes or commas");
            }
            symbols.add(symbol);
        }
        return symbols;
    }
}
