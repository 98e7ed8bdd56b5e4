package io.tidemark.dashboard.load;

import java.time.Instant;
import java.util.Random;

/** One symbol's price, which walks by cents, and the minute that is open. */
final class LiveMinute {
    private final Random random;
    private Instant start;
    private long open;
    private long high;
    private long low;
    private long close;
    private double volume;
    private double turnover;
    private long trades;

    LiveMinute(long seed, Instant start, long cents) {
        this.random = new Random(seed);
        this.start = start;
        this.close = cents;
        begin(start);
    }

    private void begin(Instant minute) {
        start = minute;
        open = close;
        high = close;
        low = close;
        volume = 0;
        turnover = 0;
        trades = 0;
    }

    /** Proposes where the price goes next, in cents; never where it is. */
    long next() {
        long step = Math.round(random.nextGaussian() * close * 0.0002);
        return Math.max(1, close + (step == 0 ? (random.nextBoolean() ? 1 : -1) : step));
    }

    /** Trades a few shares at a price, in the minute that an instant is in. */
    void trade(long cents, Instant minute) {
        if (minute.isAfter(start)) {
            begin(minute);
        }
        int some = 1 + random.nextInt(5);
        double shares = some * (10.0 + random.nextInt(90));
        close = cents;
        high = Math.max(high, cents);
        low = Math.min(low, cents);
        volume += shares;
        turnover += shares * cents;
        trades += some;
    }

    Instant start() {
        return start;
    }

    double open() {
        return open / 100.0;
    }

    double high() {
        return high / 100.0;
    }

    double low() {
        return low / 100.0;
    }

    double close() {
        return close / 100.0;
    }

    double volume() {
        return volume;
    }

    double vwap() {
        return trades == 0 ? close() : turnover / volume / 100;
    }

    long trades() {
        return trades;
    }
}
