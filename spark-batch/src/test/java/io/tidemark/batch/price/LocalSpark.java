package io.tidemark.batch.price;

import io.tidemark.batch.table.BarSchema;
import io.tidemark.batch.table.ResultTable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A session on two threads of this machine, and bars made of cells: symbol, epoch ms, open, high, low, close, volume, vwap, trades. */
final class LocalSpark implements AutoCloseable {
    private static final long FIVE_MINUTES_MS = 300_000;

    private final SparkSession session = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();

    SparkSession session() {
        return session;
    }

    Dataset<Row> minutes(List<String[]> cells) {
        List<Row> rows = new ArrayList<>();
        for (String[] bar : cells) {
            rows.add(bar(bar[0], Long.parseLong(bar[1]), prices(bar), bar[8]));
        }
        return session.createDataFrame(rows, BarSchema.SCHEMA);
    }

    /** Bars of five minutes from those of one, as the job would have them to the last digit or so. */
    Dataset<Row> fives(List<String[]> cells) {
        Map<String, List<String[]>> groups = new LinkedHashMap<>();
        cells.stream()
                .sorted(Comparator.comparingLong(bar -> Long.parseLong(bar[1])))
                .forEach(bar -> groups.computeIfAbsent(bar[0] + " " + bucket(bar), absent -> new ArrayList<>())
                        .add(bar));
        List<Row> rows = new ArrayList<>();
        for (List<String[]> group : groups.values()) {
            String[] first = group.get(0);
            rows.add(bar(first[0], bucket(first), merged(group), "1"));
        }
        return session.createDataFrame(rows, BarSchema.SCHEMA);
    }

    /** Rows of a table from cells in the order of its columns. */
    Dataset<Row> rows(ResultTable table, List<String[]> cells) {
        List<Row> rows = new ArrayList<>();
        for (String[] row : cells) {
            var values = new @Nullable Object[row.length];
            for (int i = 0; i < row.length; i++) {
                values[i] = GoldenPrices.value(row[i], table.schema().apply(i).dataType());
            }
            rows.add(RowFactory.create(values));
        }
        return session.createDataFrame(rows, table.schema());
    }

    private static long bucket(String[] bar) {
        long time = Long.parseLong(bar[1]);
        return time - time % FIVE_MINUTES_MS;
    }

    private static String[] merged(List<String[]> minutes) {
        String close = "";
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double volume = 0;
        double notional = 0;
        double weight = 0;
        String open = "";
        for (String[] bar : minutes) {
            volume += Double.parseDouble(bar[6]);
            if (!bar[7].isEmpty()) {
                weight += Double.parseDouble(bar[6]);
                notional += Double.parseDouble(bar[6]) * Double.parseDouble(bar[7]);
            }
            if (!bar[5].isEmpty()) {
                open = open.isEmpty() ? bar[2] : open;
                close = bar[5];
                high = Math.max(high, Double.parseDouble(bar[3]));
                low = Math.min(low, Double.parseDouble(bar[4]));
            }
        }
        String vwap = weight > 0 ? Double.toString(notional / weight) : "";
        return close.isEmpty()
                ? new String[] {"", "", "", "", Double.toString(volume), vwap}
                : new String[] {open, Double.toString(high), Double.toString(low), close, Double.toString(volume), vwap
                };
    }

    private static String[] prices(String[] bar) {
        return List.of(bar).subList(2, 8).toArray(String[]::new);
    }

    private static Row bar(String symbol, long bucket, String[] prices, String trades) {
        var values = new @Nullable Object[BarSchema.SCHEMA.size()];
        values[0] = symbol;
        values[1] = new Timestamp(bucket);
        for (int i = 0; i < prices.length; i++) {
            values[2 + i] = prices[i].isEmpty() ? null : Double.valueOf(prices[i]);
        }
        values[8] = Long.valueOf(trades);
        values[9] = values[8];
        values[10] = 0L;
        values[11] = values[1];
        values[12] = values[1];
        return RowFactory.create(values);
    }

    @Override
    public void close() {
        session.close();
    }
}
