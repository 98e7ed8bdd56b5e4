package io.tidemark.batch.scale;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.compact.DateReading;
import io.tidemark.batch.compact.PartReader;
import io.tidemark.batch.compact.PartReading;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.batch.scan.RowScan;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How fast one thread reads, checks and combines rows, and how fast it only reads them, from CSV and, where dates are
 * compacted, from Parquet: in CPU seconds, so that other work on the machine counts less.
 */
public final class CompactedReadingRate {
    private static final int ROUNDS = 5;

    private CompactedReadingRate() {}

    /** Argument: landing directory. */
    public static void main(String[] args) throws IOException {
        Path landing = Path.of(args[0]);
        var compacted = CompactedTrades.beside(landing);
        for (int round = 1; round <= ROUNDS; round++) {
            for (boolean combine : new boolean[] {false, true}) {
                double csv = 0;
                double parquet = 0;
                long rows = 0;
                for (DateInput date : LandedTrades.read(landing, Duration.ZERO).dates()) {
                    var reading = DateReading.of(date, compacted, compacted.of(date.date()));
                    if (reading.csv().isEmpty()) {
                        parquet += seconds(() -> readParts(reading, combine));
                    }
                    csv += seconds(() -> readCsv(date, combine));
                    rows += date.rows();
                }
                System.out.printf(
                        "round %d, %s: %,d rows, CSV %.2f CPU s (%,.0f rows per CPU s), Parquet %.2f CPU s (%,.0f), ratio"
                                + " %.2f%n",
                        round,
                        combine ? "read and combine" : "read only",
                        rows,
                        csv,
                        rows / csv,
                        parquet,
                        rows / parquet,
                        csv / parquet);
            }
        }
    }

    private static void readCsv(DateInput date, boolean combine) throws IOException {
        for (ReadTask task : RangePlan.tasks(date.files(), 2)) {
            var reader = new RangeReader();
            RowScan scan = scan();
            Consumer<TradeRow> rows = combine ? scan::add : sum();
            for (FileRange range : task.ranges()) {
                scan.begin(range);
                reader.read(range, rows);
            }
        }
    }

    private static void readParts(DateReading reading, boolean combine) throws IOException {
        for (PartReading part : reading.parts()) {
            RowScan scan = scan();
            new PartReader().read(part, scan::beginFile, combine ? scan::add : sum());
        }
    }

    private static RowScan scan() {
        return new RowScan(SaleConditionRules.consolidatedTape(), Duration.ofSeconds(10));
    }

    private static Consumer<TradeRow> sum() {
        double[] sum = {0};
        return row -> sum[0] += row.price() * row.volume() + row.tradeTime() + row.receivedAt() + row.offset();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }
}
