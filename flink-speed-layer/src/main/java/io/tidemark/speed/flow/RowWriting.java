package io.tidemark.speed.flow;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The way of rows to the database: batches of {@link RowBatcher}, each an element for the sink. */
public final class RowWriting {
    private static final int MAX_BATCH_ROWS = 5_000;

    private RowWriting() {}

    /**
     * Adds a batcher and a sink, in the task that the rows come from.
     *
     * @param rows to be written
     * @param order by key
     * @param sink of batches
     * @param name of both operators, and their uids: never change one
     * @param hold how long a row waits at most
     */
    public static <R> void write(
            DataStream<R> rows, RowOrder<R> order, Sink<List<R>> sink, String name, Duration hold) {
        new RowBatcher<>(order, hold, MAX_BATCH_ROWS)
                .appendTo(rows, name + " batch", Types.LIST(rows.getType()))
                .uid(name + "-batch")
                .sinkTo(sink)
                .name(name)
                .uid(name + "-sink");
    }
}
