package io.tidemark.quality.scale;

import io.tidemark.contracts.event.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A day of made-up trades, the same for the same seed: a few symbols trade most, sizes cluster at 1 and 100, prices walk.
 * Trades come in order of time, evenly over a regular session.
 */
final class GeneratedDay {
    /** Friday, 20 November 2026, 14:30 UTC: New York opens. */
    private static final long OPEN = 1_795_185_000_000L;

    private static final long SESSION_MS = 23_400_000;
    private static final int[] SIZES = {1, 1, 5, 10, 25, 50, 100, 100, 100, 200, 500};
    private static final List<List<String>> CONDITIONS =
            List.of(List.of("1"), List.of("1", "8"), List.of("1", "12"), List.of());

    private final long trades;
    private final Random random;
    private final List<String> symbols = new ArrayList<>();
    private final double[] cents;
    private final double[] cumulativeWeights;

    GeneratedDay(long trades, int symbolCount, long seed) {
        this.trades = trades;
        this.random = new Random(seed);
        this.cents = new double[symbolCount];
        this.cumulativeWeights = new double[symbolCount];
        double sum = 0;
        for (int i = 0; i < symbolCount; i++) {
            symbols.add("S" + (100 + i));
            cents[i] = 2_000 + random.nextInt(30_000);
            sum += 1.0 / (i + 1);
            cumulativeWeights[i] = sum;
        }
    }

    /** Trades in it. */
    long size() {
        return trades;
    }

    /** The trade at {@code index}; must be called for 0, 1, 2 and so on. */
    Trade trade(long index) {
        int symbol = symbol();
        cents[symbol] = Math.max(100, cents[symbol] + random.nextInt(7) - 3);
        long time = OPEN + index * SESSION_MS / trades;
        return new Trade(
                "scale-" + index + "-0",
                symbols.get(symbol),
                cents[symbol] / 100,
                SIZES[random.nextInt(SIZES.length)],
                time,
                time + 5,
                CONDITIONS.get(random.nextInt(CONDITIONS.size())),
                "generated");
    }

    /** Zipf: the k-th symbol's weight is 1/k. */
    private int symbol() {
        double at = random.nextDouble() * cumulativeWeights[cumulativeWeights.length - 1];
        int found = java.util.Arrays.binarySearch(cumulativeWeights, at);
        return found >= 0 ? found : -found - 1;
    }
}
