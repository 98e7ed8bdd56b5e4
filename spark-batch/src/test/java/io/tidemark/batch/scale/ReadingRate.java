package io.tidemark.batch.scale;

import io.tidemark.batch.bars.MinuteBars;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/** How fast one thread reads, checks and combines rows: in CPU seconds, so that other work on the machine counts less. */
public final class ReadingRate {
    private ReadingRate() {}

    /** Argument: landing directory. */
    public static void main(String[] args) throws IOException {
        for (int round = 1; round <= 4; round++) {
            long begin = cpuNanos();
            long rows = 0;
            long minutes = 0;
            for (var date : LandedTrades.read(Path.of(args[0]), Duration.ZERO).dates()) {
                for (ReadTask task : RangePlan.tasks(date.files(), 2)) {
                    var reader = new RangeReader();
                    var bars = new MinuteBars(SaleConditionRules.consolidatedTape(), Duration.ofSeconds(10));
                    for (FileRange range : task.ranges()) {
                        rows += reader.read(range, bars::add).rows();
                    }
                    minutes += bars.entries().count();
                }
            }
            double seconds = (cpuNanos() - begin) / 1e9;
            System.out.printf(
                    "round %d: %,d rows, %,d partial minutes, %.2f CPU s, %,.0f rows per CPU s%n",
                    round, rows, minutes, seconds, rows / seconds);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
