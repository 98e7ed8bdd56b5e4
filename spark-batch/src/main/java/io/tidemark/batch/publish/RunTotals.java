package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Interval;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run read and made. Rows read = counted + price updates + excluded.
 *
 * @param files landed files
 * @param bytes their length
 * @param rowsRead their rows
 * @param rowsCounted rows that update something in a bar
 * @param priceUpdates rows of volume zero
 * @param rowsExcluded trades that their sale conditions let update nothing
 * @param bars number of bars of each interval
 */
public record RunTotals(
        long files,
        long bytes,
        long rowsRead,
        long rowsCounted,
        long priceUpdates,
        long rowsExcluded,
        Map<Interval, Long> bars) {

    public RunTotals {
        bars = new EnumMap<>(bars);
    }

    /** Bars of all intervals. */
    public long allBars() {
        return bars.values().stream().mapToLong(Long::longValue).sum();
    }
}
