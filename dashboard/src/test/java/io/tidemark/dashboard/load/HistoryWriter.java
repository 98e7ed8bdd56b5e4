package io.tidemark.dashboard.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills a market with dates, several at once, and says how far it is. What is there already is left as it is. */
final class HistoryWriter {
    private static final int AT_ONCE = 2;
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final StoredMarket market;
    private final int symbols;
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private int total;
    private int written;
    private long saidAt = begin;

    HistoryWriter(StoredMarket market, int symbols, PrintStream out) {
        this.market = market;
        this.symbols = symbols;
        this.out = out;
    }

    /** Writes those of the dates that are missing. A date is there whole or not at all, so this can be broken off. */
    void write(List<LocalDate> dates) throws InterruptedException, ExecutionException {
        Set<LocalDate> known = new HashSet<>(market.settledDates());
        List<LocalDate> missing =
                dates.stream().filter(date -> !known.contains(date)).toList();
        total = missing.size();
        try (ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<? extends Future<?>> all = missing.stream()
                    .map(date -> writers.submit(() -> one(date)))
                    .toList();
            try {
                for (Future<?> one : all) {
                    one.get();
                }
            } finally {
                // After a failure, or Ctrl-C, the rest would be in vain.
                all.forEach(one -> one.cancel(false));
            }
        }
    }

    private void one(LocalDate date) {
        market.settle(date);
        written();
    }

    private synchronized void written() {
        written++;
        long now = System.nanoTime();
        if (written == total || now - saidAt >= SAY_EVERY.toNanos()) {
            saidAt = now;
            double seconds = (now - begin) / 1e9;
            double aDate = seconds / written;
            long bars = (long) symbols * StoredMarket.MINUTES_A_DAY;
            out.println(String.format(
                    Locale.ROOT,
                    "  %,d of %,d one-minute bars written, %,.0f/s, about %,.0f s to go",
                    written * bars,
                    total * bars,
                    bars / aDate,
                    (total - written) * aDate));
        }
    }
}
