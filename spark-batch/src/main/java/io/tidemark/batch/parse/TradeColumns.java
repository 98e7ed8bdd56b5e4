package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.util.function.Consumer;

/**
 * Many rows of {@code TradeCsv} by columns. Whoever fills it writes into its arrays; it keeps them from one use to the
 * next. For one thread.
 */
public final class TradeColumns {
    private final TradeRow row = new TradeRow();
    private final TextColumn symbols = new TextColumn();
    private final TextColumn conditions = new TextColumn();
    private final TextColumn eventIds = new TextColumn();
    private double[] prices = new double[0];
    private double[] volumes = new double[0];
    private long[] tradeTimes = new long[0];
    private long[] receivedAts = new long[0];
    private int[] partitions = new int[0];
    private long[] offsets = new long[0];

    /** Makes room for rows; what was in it is gone. */
    public void reset(int rows) {
        symbols.reset(rows);
        conditions.reset(rows);
        eventIds.reset(rows);
        if (prices.length < rows) {
            prices = new double[rows];
            volumes = new double[rows];
            tradeTimes = new long[rows];
            receivedAts = new long[rows];
            partitions = new int[rows];
            offsets = new long[rows];
        }
    }

    /**
     * Hands rows of one landed file to a consumer, in their order.
     *
     * @param from first row
     * @param to row after the last
     * @param file that they belong to
     * @param rows given the same object each time, with other content
     * @throws MalformedRowException when a row does not belong to the file; the message names it and the row's place in
     *     these columns
     */
    public void forEach(int from, int to, InputFile file, Consumer<TradeRow> rows) {
        for (int i = from; i < to; i++) {
            row.set(this, i);
            try {
                row.check(file);
            } catch (MalformedRowException e) {
                throw new MalformedRowException("row " + i + ", of " + file.name() + ": " + e.getMessage(), e);
            }
            rows.accept(row);
        }
    }

    /** Symbols. */
    public TextColumn symbols() {
        return symbols;
    }

    /** Sale conditions, joined by {@code |}. */
    public TextColumn conditions() {
        return conditions;
    }

    /** Event ids. */
    public TextColumn eventIds() {
        return eventIds;
    }

    /** Prices, to be filled. */
    public double[] prices() {
        return prices;
    }

    /** Volumes, to be filled. */
    public double[] volumes() {
        return volumes;
    }

    /** When the trades happened, epoch ms, to be filled. */
    public long[] tradeTimes() {
        return tradeTimes;
    }

    /** When they were received, epoch ms, to be filled. */
    public long[] receivedAts() {
        return receivedAts;
    }

    /** Kafka partitions, to be filled. */
    public int[] partitions() {
        return partitions;
    }

    /** Offsets, to be filled. */
    public long[] offsets() {
        return offsets;
    }
}
