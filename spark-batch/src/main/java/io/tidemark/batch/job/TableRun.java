package io.tidemark.batch.job;

import io.tidemark.batch.publish.StagedTable;
import io.tidemark.batch.publish.TableOutput;
import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Computes a result table and puts its rows into the stage and into files. */
final class TableRun {
    private final TableOutput output;

    TableRun(TableOutput output) {
        this.output = output;
    }

    /**
     * Writes a table in one task, in the order of its key: the same rows give the same bytes.
     *
     * @param rows of the table's schema
     */
    StagedTable write(ResultTable table, Dataset<Row> rows) throws SQLException, IOException {
        if (!Arrays.equals(rows.schema().fieldNames(), table.schema().fieldNames())) {
            throw new IllegalStateException(table.name() + " has columns "
                    + Arrays.toString(rows.schema().fieldNames()) + " instead of "
                    + Arrays.toString(table.schema().fieldNames()));
        }
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        TableOutput to = output;
        List<StagedTable> written = rows.coalesce(1)
                .sortWithinPartitions(key)
                .toJavaRDD()
                .mapPartitions(sorted -> Collections.singleton(
                                to.write(table, TaskContext.get().taskAttemptId(), sorted))
                        .iterator())
                .collect();
        // Spark plans no task at all for what it knows to be empty.
        return written.isEmpty() ? to.write(table, 0, Collections.emptyIterator()) : written.get(0);
    }
}
