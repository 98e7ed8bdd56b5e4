package io.tidemark.batch.scale;

import io.tidemark.batch.fixture.SegmentWriter;
import io.tidemark.batch.fixture.TestTrade;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Lands a generated day: as many trades as asked for, spread over symbols by Zipf's law and over the day evenly. */
public final class GeneratedDay {
    private static final long MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;
    private static final long AN_HOUR = 3_600_000;
    private static final int PARTITIONS = 3;
    private static final int ROWS_PER_SEGMENT = 250_000;
    private static final String[] CONDITIONS = {"", "1", "1|8", "1|12", "24|12", "1|3"};

    private GeneratedDay() {}

    /** Arguments: landing directory, number of trades, number of symbols. */
    public static void main(String[] args) throws IOException {
        Path landing = Path.of(args[0]);
        long trades = Long.parseLong(args[1]);
        var symbols = new Symbols(Integer.parseInt(args[2]));
        var segments = new SegmentWriter[PARTITIONS];
        var ends = new long[PARTITIONS];
        for (int i = 0; i < PARTITIONS; i++) {
            segments[i] = new SegmentWriter(landing, i, 0);
        }
        for (long i = 0; i < trades; i++) {
            long time = MIDNIGHT + i * DAY_MS / trades;
            int symbol = symbols.next();
            int partition = symbol % PARTITIONS;
            segments[partition].add(symbols.trade(symbol, time));
            if (++ends[partition] % ROWS_PER_SEGMENT == 0) {
                segments[partition] = new SegmentWriter(landing, partition, segments[partition].commit());
            }
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            // The next day has begun, so that this one is over.
            segments[partition].add(symbols.trade(partition, MIDNIGHT + DAY_MS + AN_HOUR));
            segments[partition].commit();
        }
        System.out.println(trades + " trades of " + args[2] + " symbols landed in " + landing);
    }

    private static final class Symbols {
        private final Random random = new Random(42);
        private final double[] cumulated;
        private final long[] cents;

        Symbols(int count) {
            cumulated = new double[count];
            cents = new long[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += 1.0 / (i + 1);
                cumulated[i] = sum;
                cents[i] = 1_000L + random.nextInt(50_000);
            }
        }

        int next() {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
            return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
        }

        TestTrade trade(int symbol, long time) {
            cents[symbol] = Math.max(100, cents[symbol] + random.nextInt(5) - 2);
            return new TestTrade(
                    "SYM" + symbol,
                    // As the landing consumer writes numbers: without zeros at the end.
                    BigDecimal.valueOf(cents[symbol], 2).stripTrailingZeros().toPlainString(),
                    Integer.toString(1 + random.nextInt(500)),
                    time,
                    time + random.nextInt(300),
                    CONDITIONS[random.nextInt(CONDITIONS.length)]);
        }
    }
}
