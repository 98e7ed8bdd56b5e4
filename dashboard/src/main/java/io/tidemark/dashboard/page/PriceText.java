package io.tidemark.dashboard.page;

import io.tidemark.dashboard.market.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prices and counts as people read them; a value that does not exist is a dash. */
final class PriceText {
    static final String NONE = "–";

    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;
    /** Share of prices that must be exact: a few sub-penny prints do not widen every price of a stock. */
    private static final double EXACT_SHARE = 0.6;

    private PriceText() {}

    /** Decimals in which most of a symbol's newest prices are exact: 2 for stocks, more for currencies. */
    static int decimals(Quote quote) {
        List<Double> prices = quote.closes();
        for (int decimals = FEWEST_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
            int limit = decimals;
            long exact = prices.stream().filter(price -> scale(price) <= limit).count();
            if (exact >= prices.size() * EXACT_SHARE) {
                return decimals;
            }
        }
        return MOST_DECIMALS;
    }

    private static int scale(double price) {
        return BigDecimal.valueOf(price).stripTrailingZeros().scale();
    }

    static String price(@Nullable Double price, int decimals) {
        return price == null ? NONE : String.format(Locale.ROOT, "%,." + decimals + "f", price);
    }

    /** With its sign; a true minus, as wide as the plus. */
    static String percent(@Nullable Double percent) {
        return percent == null ? NONE : signed(String.format(Locale.ROOT, "%+.2f%%", percent));
    }

    static String signedPrice(@Nullable Double price, int decimals) {
        return price == null ? NONE : signed(String.format(Locale.ROOT, "%+,." + decimals + "f", price));
    }

    private static String signed(String text) {
        return text.replace('-', '\u2212');
    }

    static String count(@Nullable Long count) {
        return count == null ? NONE : String.format(Locale.ROOT, "%,d", count);
    }

    /** Volume: whole shares, or fractions of a unit where there are any. */
    static String volume(double volume) {
        boolean whole = volume >= 1000 || volume == Math.rint(volume);
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.4f", volume);
    }
}
