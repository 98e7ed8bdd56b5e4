package io.tidemark.simulator.market;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * Sizes of trades: about half are odd lots, many of them exactly 1, 5, 10 or 50; much of the rest is exactly 100; then round
 * lots and a Pareto tail. Crypto trades in log-normal fractions.
 */
final class TradeSizes {

    private static final double ODD_LOT = 0.50;
    private static final double HUNDRED = 0.30;
    private static final double ROUND_LOT = 0.14;
    private static final double CLUSTERED = 0.65;
    private static final int[] CLUSTERS = {1, 1, 1, 10, 10, 5, 50, 50, 5, 25};
    private static final double PARETO_EXPONENT = 1.6;
    private static final int MAX_SHARES = 200_000;
    private static final double CRYPTO_MEDIAN = 0.01;
    private static final double CRYPTO_SPREAD = 1.8;
    private static final int CRYPTO_DECIMALS = 5;

    private final SplittableRandom random;

    TradeSizes(SplittableRandom random) {
        this.random = random;
    }

    /** Shares of an ordinary trade, 1 or more. */
    int shares() {
        double kind = random.nextDouble();
        if (kind < ODD_LOT) {
            return random.nextDouble() < CLUSTERED ? CLUSTERS[random.nextInt(CLUSTERS.length)] : random.nextInt(1, 100);
        }
        if (kind < ODD_LOT + HUNDRED) {
            return 100;
        }
        if (kind < ODD_LOT + HUNDRED + ROUND_LOT) {
            return 100 * random.nextInt(2, 10);
        }
        return pareto(100);
    }

    /** Shares of an opening or closing print, which gather many orders. */
    int auctionShares() {
        return pareto(20_000);
    }

    private int pareto(int least) {
        double tail = least * Math.pow(1 - random.nextDouble(), -1 / PARETO_EXPONENT);
        return (int) Math.min(MAX_SHARES, tail);
    }

    /** Units of a crypto trade, above zero. */
    String cryptoUnits() {
        double units = CRYPTO_MEDIAN * Math.exp(CRYPTO_SPREAD * random.nextGaussian());
        long scaled = Math.max(1, Math.round(units * Math.pow(10, CRYPTO_DECIMALS)));
        return BigDecimal.valueOf(scaled, CRYPTO_DECIMALS).stripTrailingZeros().toPlainString();
    }
}
