package io.tidemark.simulator.market;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/** Turns fair prices into trade prices: at the bid or the ask around it, on the grid of cents. */
final class Quotes {

    private static final int DECIMALS = 2;
    private static final double CENT = 0.01;
    private static final double HALF_SPREAD = 0.5e-4;
    private static final double SAME_SIDE = 0.6;

    private final boolean[] atAsk;
    private final SplittableRandom random;

    /**
     * Quotes without a past.
     *
     * @param symbols how many
     * @param random belongs to this object from now on
     */
    Quotes(int symbols, SplittableRandom random) {
        this.atAsk = new boolean[symbols];
        this.random = random;
    }

    /**
     * The next trade's price. Buyers and sellers alternate, with runs: a trade is on its predecessor's side with
     * probability {@value #SAME_SIDE}.
     */
    String tradePrice(int symbol, double fairPrice) {
        if (random.nextDouble() >= SAME_SIDE) {
            atAsk[symbol] = !atAsk[symbol];
        }
        double half = Math.max(CENT / 2, fairPrice * HALF_SPREAD);
        return text(fairPrice + (atAsk[symbol] ? half : -half));
    }

    /** A price rounded to cents, at least one, without zeros at its end. */
    static String text(double price) {
        long cents = Math.max(1, Math.round(price / CENT));
        BigDecimal rounded = BigDecimal.valueOf(cents, DECIMALS).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
