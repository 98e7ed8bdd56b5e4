package io.tidemark.quality.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Dates of made-up trades, landed without Kafka, the same for the same seed: a few symbols trade most, sizes cluster, prices
 * walk, trades come in order of time, evenly over each date.
 */
final class LandedDates {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");
    private static final long DAY_MS = 86_400_000;
    private static final int PARTITIONS = 6;
    private static final int SYMBOLS = 50;
    private static final long ROWS_PER_SEGMENT = 250_000;
    private static final int[] SIZES = {1, 1, 5, 10, 25, 50, 100, 100, 100, 200, 500};
    private static final String[] CONDITIONS = {"1", "1|8", "1|12", ""};

    private final Path landing;
    private final Random random;
    private final byte[][] symbols = new byte[SYMBOLS][];
    private final byte[][] conditions = new byte[CONDITIONS.length][];
    private final long[] cents = new long[SYMBOLS];
    private final double[] cumulativeWeights = new double[SYMBOLS];
    private final long[] ends = new long[PARTITIONS];
    private final Map<LocalDate, List<String>> files = new HashMap<>();

    LandedDates(Path landing, long seed) {
        this.landing = landing;
        this.random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            symbols[i] = RowBytes.ascii("S" + (100 + i));
            cents[i] = 2_000L + random.nextInt(30_000);
            sum += 1.0 / (i + 1);
            cumulativeWeights[i] = sum;
        }
        for (int i = 0; i < CONDITIONS.length; i++) {
            conditions[i] = RowBytes.ascii(CONDITIONS[i]);
        }
    }

    /** The date at {@code index}, 0 for the first. */
    static LocalDate date(int index) {
        return FIRST.plusDays(index);
    }

    /** Names of a date's landed files. */
    List<String> files(LocalDate date) {
        return List.copyOf(files.getOrDefault(date, List.of()));
    }

    /** Lands a whole date. */
    void land(LocalDate date, long trades) throws IOException {
        land(date, 0, DAY_MS, trades, PARTITIONS);
    }

    /** Lands one more file of a date, of one partition and one hour, as late trades would. */
    void landLate(LocalDate date, long trades) throws IOException {
        land(date, DAY_MS / 2, DAY_MS / 48, trades, 1);
    }

    private void land(LocalDate date, long from, long span, long trades, int partitions) throws IOException {
        long begin = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + from;
        List<SegmentFiles> open = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            open.add(new SegmentFiles(landing, partition, ends[partition]));
        }
        for (long i = 0; i < trades; i++) {
            int symbol = symbol();
            int partition = symbol % partitions;
            cents[symbol] = Math.max(100, cents[symbol] + random.nextInt(7) - 3);
            SegmentFiles segment = open.get(partition);
            segment.add(
                    symbols[symbol],
                    cents[symbol],
                    SIZES[random.nextInt(SIZES.length)],
                    begin + i * span / trades,
                    conditions[random.nextInt(conditions.length)]);
            if (segment.rows() == ROWS_PER_SEGMENT) {
                commit(date, partition, segment);
                open.set(partition, new SegmentFiles(landing, partition, ends[partition]));
            }
        }
        for (int partition = 0; partition < partitions; partition++) {
            if (open.get(partition).rows() > 0) {
                commit(date, partition, open.get(partition));
            }
        }
    }

    private void commit(LocalDate date, int partition, SegmentFiles segment) throws IOException {
        try (segment) {
            files.computeIfAbsent(date, absent -> new ArrayList<>()).addAll(segment.commit());
            ends[partition] += segment.rows();
        }
    }

    /** Zipf: the k-th symbol's weight is 1/k. */
    private int symbol() {
        double at = random.nextDouble() * cumulativeWeights[SYMBOLS - 1];
        int found = java.util.Arrays.binarySearch(cumulativeWeights, at);
        return Math.min(SYMBOLS - 1, found >= 0 ? found : -found - 1);
    }
}
