package io.tidemark.speed.bars;

import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a trade came within the allowed lateness, from nothing but what lies before it in its partition: a job that
 * goes back to a checkpoint judges each trade as it did before, however watermarks fell that time.
 */
final class Punctuality {
    private static final long NOTHING = Long.MIN_VALUE;

    private final long graceMs;
    /** Greatest trade time by partition. */
    private long[] latest = new long[0];

    /**
     * Knows of no trade yet.
     *
     * @param outOfOrderness by which a partition's event time trails its latest trade
     * @param allowedLateness for which a minute that is over by that time still takes trades
     */
    Punctuality(Duration outOfOrderness, Duration allowedLateness) {
        this.graceMs = outOfOrderness.plus(allowedLateness).toMillis();
    }

    /** Judges the next trade of its partition. */
    boolean isTooLate(IncomingTrade trade) {
        int partition = trade.partition();
        long known = partition < latest.length ? latest[partition] : NOTHING;
        if (trade.tradeTime() >= known) {
            reach(partition, trade.tradeTime());
            return false;
        }
        return PartialBar.minuteOf(trade.tradeTime()) + PartialBar.MINUTE_MS + graceMs <= known;
    }

    /** Takes in what was known before, of any partition. */
    void restore(Iterable<PartitionTime> times) {
        times.forEach(time -> reach(time.partition(), time.latest()));
    }

    /** All that it knows. */
    List<PartitionTime> times() {
        List<PartitionTime> times = new ArrayList<>();
        for (int partition = 0; partition < latest.length; partition++) {
            if (latest[partition] != NOTHING) {
                times.add(new PartitionTime(partition, latest[partition]));
            }
        }
        return times;
    }

    private void reach(int partition, long time) {
        if (partition >= latest.length) {
            int known = latest.length;
            latest = Arrays.copyOf(latest, partition + 1);
            Arrays.fill(latest, known, latest.length, NOTHING);
        }
        latest[partition] = Math.max(latest[partition], time);
    }
}
