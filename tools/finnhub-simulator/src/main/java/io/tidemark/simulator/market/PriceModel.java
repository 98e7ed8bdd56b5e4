package io.tidemark.simulator.market;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Fair prices: geometric Brownian motions that share one common factor, with a volatility that follows the time of day, and
 * jumps.
 *
 * <p>All prices move together on a grid of {@value #STEP_MS} ms, so that returns of two symbols over the same time
 * correlate however often either of them trades. They are martingales: expected prices do not drift.
 */
final class PriceModel {

    private static final long STEP_MS = 250;
    private static final long IDLE_MS = 60_000;

    private final List<SymbolProfile> profiles;
    private final List<TradingDay> days;
    private final SplittableRandom random;
    private final double[] logPrices;
    private long time;

    /**
     * Prices at their start.
     *
     * @param profiles the symbols
     * @param days each symbol's day
     * @param start epoch ms
     * @param random belongs to this object from now on
     */
    PriceModel(List<SymbolProfile> profiles, List<TradingDay> days, long start, SplittableRandom random) {
        this.profiles = profiles;
        this.days = days;
        this.random = random;
        this.time = start;
        this.logPrices = profiles.stream()
                .mapToDouble(profile -> Math.log(profile.startPrice()))
                .toArray();
    }

    /** Moves all prices on to a time, in whole steps; does nothing for a time that has passed. */
    void advanceTo(long newTime) {
        while (newTime - time >= STEP_MS) {
            // Long quiet times are crossed in long steps: same variance, less work.
            long step = newTime - time > IDLE_MS ? IDLE_MS : STEP_MS;
            double common = random.nextGaussian();
            for (int i = 0; i < logPrices.length; i++) {
                move(i, step, common);
            }
            time += step;
        }
    }

    private void move(int symbol, long step, double common) {
        SymbolProfile profile = profiles.get(symbol);
        TradingDay day = days.get(symbol);
        double daily = profile.dailyVolatility();
        double variance = daily * daily * day.variance(time) * step / day.sessionMs();
        double share = profile.marketShare();
        double shock = Math.sqrt(share) * common + Math.sqrt(1 - share) * random.nextGaussian();
        logPrices[symbol] += Math.sqrt(variance) * shock - variance / 2;
    }

    /** Moves one price at once by a log return. */
    void jump(int symbol, double logReturn) {
        logPrices[symbol] += logReturn;
    }

    /** The fair price. */
    double price(int symbol) {
        return Math.exp(logPrices[symbol]);
    }
}
