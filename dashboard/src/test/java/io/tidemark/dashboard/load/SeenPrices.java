package io.tidemark.dashboard.load;

import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What one page has seen of the prices that were written, and how late. A write that the page skips because a newer one
 * came in between is as late as that one: for so long the page showed something older.
 */
final class SeenPrices {
    /** Ten minutes in microseconds, to three digits. */
    private static final long LONGEST_US = 600_000_000;

    private final PriceLog log;
    private final int[] newest;
    private Histogram delays = histogram();
    private long shown;
    private long skipped;
    private long strange;
    private long lastNews;

    SeenPrices(PriceLog log) {
        this.log = log;
        this.newest = new int[log.symbols().size()];
        Arrays.fill(newest, PriceLog.UNKNOWN);
        this.lastNews = System.nanoTime();
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_US, 3);
    }

    /** Takes in the quotes of a message that arrived at an instant of System.nanoTime. */
    synchronized void see(List<Uidl.Shown> quotes, long nanos) {
        for (Uidl.Shown quote : quotes) {
            int symbol = log.symbols().indexOf(quote.symbol());
            int write = symbol < 0 ? PriceLog.UNKNOWN : log.writeOf(symbol, quote.cents());
            if (write == PriceLog.UNKNOWN) {
                strange++;
            } else if (write > newest[symbol]) {
                count(symbol, write, nanos);
            }
        }
    }

    private void count(int symbol, int write, long nanos) {
        // What was written before the page was there is not late.
        int first = newest[symbol] == PriceLog.UNKNOWN ? write : newest[symbol] + 1;
        for (int each = first; each <= write; each++) {
            long micros = (nanos - log.writtenAt(each)) / 1000;
            delays.recordValue(Math.clamp(micros, 0, LONGEST_US));
        }
        shown++;
        skipped += write - first;
        newest[symbol] = write;
        lastNews = nanos;
    }

    /** Begins to count anew. */
    synchronized void reset() {
        delays = histogram();
        shown = 0;
        skipped = 0;
        strange = 0;
    }

    /** Delays in microseconds. */
    synchronized Histogram delays() {
        return delays.copy();
    }

    /** Prices that came to the page. */
    synchronized long shown() {
        return shown;
    }

    /** Prices that never came because a newer one did. */
    synchronized long skipped() {
        return skipped;
    }

    /** Prices that nobody wrote. */
    synchronized long strange() {
        return strange;
    }

    /** Symbols of which the page has a price that was written. */
    synchronized long symbols() {
        return Arrays.stream(newest).filter(write -> write != PriceLog.UNKNOWN).count();
    }

    /** When a new price came last, of System.nanoTime. */
    synchronized long lastNews() {
        return lastNews;
    }
}
