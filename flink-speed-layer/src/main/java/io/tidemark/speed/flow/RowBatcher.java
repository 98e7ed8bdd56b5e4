package io.tidemark.speed.flow;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes batches for the database: each key once, with its newest row, in the order of keys. One statement can then upsert
 * a batch, and two writers of the same keys cannot lock each other out.
 *
 * @param <R> the row
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class RowBatcher<R> extends BufferingOperator<R, List<R>> {
    private static final long serialVersionUID = 1L;

    private final RowOrder<R> order;
    private final int maxRows;
    private transient TreeMap<R, R> rows;

    /**
     * A batcher.
     *
     * @param order by key
     * @param hold how long a row waits at most
     * @param maxRows of a batch
     */
    public RowBatcher(RowOrder<R> order, Duration hold, int maxRows) {
        super(hold);
        this.order = order;
        this.maxRows = maxRows;
    }

    @Override
    public void open() throws Exception {
        super.open();
        rows = new TreeMap<>(order);
    }

    @Override
    protected void hold(R row) {
        // Removed first, because a map keeps the key that it has.
        rows.remove(row);
        rows.put(row, row);
        if (rows.size() >= maxRows) {
            release();
        }
    }

    @Override
    protected void release() {
        if (!rows.isEmpty()) {
            emit(List.copyOf(rows.values()));
            rows.clear();
        }
    }
}
