package io.tidemark.batch.scale;

import io.tidemark.batch.bars.MinuteBars;
import io.tidemark.batch.bars.SymbolRows;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.batch.scan.RowScan;
import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * How fast one thread reads, checks and combines rows: in CPU seconds, so that other work on the machine counts less. Bars
 * alone and the whole scan take turns, so that their ratio is of one run.
 */
public final class ReadingRate {
    private static final int ROUNDS = 5;
    private static final Duration LATE_AFTER = Duration.ofSeconds(10);
    private static final SymbolRows NOBODY = new SymbolRows() {
        @Override
        public void priceUpdate(TradeRow row) {}

        @Override
        public void trade(TradeRow row, long minute, TradeEffects effects, long conditionsHash) {}
    };

    private ReadingRate() {}

    /** Argument: landing directory. */
    public static void main(String[] args) throws IOException {
        var dates = LandedTrades.read(Path.of(args[0]), Duration.ZERO).dates();
        for (int round = 1; round <= ROUNDS; round++) {
            double bars = seconds(dates, ReadingRate::bars, "bars");
            double scan = seconds(dates, ReadingRate::scan, "scan");
            System.out.printf("round %d: the whole scan takes %.2f times what bars alone take%n", round, scan / bars);
        }
    }

    private interface Reading {
        /** Reads a task's rows; returns rows and what came of them. */
        long[] read(ReadTask task, RangeReader reader) throws IOException;
    }

    private static double seconds(Collection<DateInput> dates, Reading reading, String name) throws IOException {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long rows = 0;
        long entries = 0;
        for (DateInput date : dates) {
            for (ReadTask task : RangePlan.tasks(date.files(), 2)) {
                long[] read = reading.read(task, new RangeReader());
                rows += read[0];
                entries += read[1];
            }
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        System.out.printf(
                "%s: %,d rows, %,d entries, %.2f CPU s, %,.0f rows per CPU s%n",
                name, rows, entries, seconds, rows / seconds);
        return seconds;
    }

    private static long[] bars(ReadTask task, RangeReader reader) throws IOException {
        var bars = new MinuteBars(SaleConditionRules.consolidatedTape(), LATE_AFTER, symbol -> NOBODY);
        long rows = 0;
        for (FileRange range : task.ranges()) {
            rows += reader.read(range, bars::add).rows();
        }
        return new long[] {rows, bars.entries().count()};
    }

    private static long[] scan(ReadTask task, RangeReader reader) throws IOException {
        var scan = new RowScan(SaleConditionRules.consolidatedTape(), LATE_AFTER);
        long rows = 0;
        for (FileRange range : task.ranges()) {
            scan.begin(range);
            rows += reader.read(range, scan::add).rows();
        }
        return new long[] {
            rows, scan.entries().filter(entry -> entry.getKey() != null).count()
        };
    }
}
