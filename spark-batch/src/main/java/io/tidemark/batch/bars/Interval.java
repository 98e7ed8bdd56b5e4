package io.tidemark.batch.bars;

/** Length of a bar. Each is a multiple of the one before, and all divide a UTC day, so a bar never spans two dates. */
public enum Interval {
    ONE_MINUTE("1m", 60_000L),
    FIVE_MINUTES("5m", 300_000L),
    FIFTEEN_MINUTES("15m", 900_000L),
    ONE_HOUR("1h", 3_600_000L),
    ONE_DAY("1d", 86_400_000L);

    private final String label;
    private final long millis;

    Interval(String label, long millis) {
        this.label = label;
        this.millis = millis;
    }

    /** Its name in the database, for example {@code 15m}. */
    public String label() {
        return label;
    }

    /** Its name as a result dataset, for example {@code bars_15m}. */
    public String dataset() {
        return "bars_" + label;
    }

    /** Its length in ms. */
    public long millis() {
        return millis;
    }

    /** Start (epoch ms) of the bucket that holds an instant (epoch ms). */
    public long bucket(long epochMs) {
        return epochMs - Math.floorMod(epochMs, millis);
    }
}
