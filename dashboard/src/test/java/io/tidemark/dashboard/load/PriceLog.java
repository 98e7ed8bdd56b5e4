package io.tidemark.dashboard.load;

import java.util.List;

/**
 * The newest prices that were written, and when: so that a price on a page tells how long it took. Prices of a symbol
 * differ from each other as long as they are kept. Safe for use by many threads.
 */
final class PriceLog {
    /** Writes that are remembered: at four a second, a minute and more. */
    static final int KEPT = 256;

    static final int UNKNOWN = -1;

    private final List<String> symbols;
    private final long[][] cents;
    private final long[] writtenAt = new long[KEPT];
    private int written;

    PriceLog(List<String> symbols) {
        this.symbols = List.copyOf(symbols);
        this.cents = new long[KEPT][symbols.size()];
    }

    List<String> symbols() {
        return symbols;
    }

    /** Whether a symbol, by its place, had that price not long ago. */
    synchronized boolean knows(int symbol, long price) {
        return writeOf(symbol, price) != UNKNOWN;
    }

    /**
     * Remembers a write of one price for each symbol.
     *
     * @param nanos instant just before the writer commits, of System.nanoTime
     */
    synchronized void add(long[] prices, long nanos) {
        cents[written % KEPT] = prices.clone();
        writtenAt[written % KEPT] = nanos;
        written++;
    }

    /** Number of the write that gave the symbol this price, from 0; or UNKNOWN. */
    synchronized int writeOf(int symbol, long price) {
        for (int write = written - 1; write >= Math.max(0, written - KEPT); write--) {
            if (cents[write % KEPT][symbol] == price) {
                return write;
            }
        }
        return UNKNOWN;
    }

    /** When a write was about to be committed; it must not be forgotten yet. */
    synchronized long writtenAt(int write) {
        if (write < 0 || write >= written || write < written - KEPT) {
            throw new IllegalArgumentException("write " + write + " of " + written + " is not remembered");
        }
        return writtenAt[write % KEPT];
    }

    /** Writes so far. */
    synchronized int written() {
        return written;
    }
}
