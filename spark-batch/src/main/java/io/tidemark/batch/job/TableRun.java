package io.tidemark.batch.job;

import io.tidemark.batch.publish.StagedTable;
import io.tidemark.batch.publish.TableOutput;
import io.tidemark.batch.table.ResultTable;
import java.util.Arrays;
import java.util.Collections;
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
    StagedTable write(ResultTable table, Dataset<Row> rows) {
        if (!Arrays.equals(rows.schema().fieldNames(), table.schema().fieldNames())) {
            throw new IllegalStateException(table.name() + " has columns "
                    + Arrays.toString(rows.schema().fieldNames()) + " instead of "
                    + Arrays.toString(table.schema().fieldNames()));
        }
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        TableOutput to = output;
        return rows.repartition(1)
                .sortWithinPartitions(key)
                .toJavaRDD()
                .mapPartitions(sorted -> Collections.singleton(
                                to.write(table, TaskContext.get().taskAttemptId(), sorted))
                        .iterator())
                .collect()
                .get(0);
    }
}
