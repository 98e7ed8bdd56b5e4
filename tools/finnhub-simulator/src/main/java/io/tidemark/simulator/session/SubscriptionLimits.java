package io.tidemark.simulator.session;

import java.util.function.Predicate;

/**
 * What one client may do.
 *
 * @param maxSymbols most symbols one connection may be subscribed to
 * @param oneConnectionPerKey whether a second connection with a key ends both
 * @param traded which symbols there are
 */
public record SubscriptionLimits(int maxSymbols, boolean oneConnectionPerKey, Predicate<String> traded) {

    boolean isTraded(String symbol) {
        return traded.test(symbol);
    }
}
