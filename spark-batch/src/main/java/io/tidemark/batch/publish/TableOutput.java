package io.tidemark.batch.publish;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Where a run puts the rows of its result tables: the stage in the database and files in the run's temporary directories,
 * in one pass. Rows pass through.
 *
 * @param database of the stage
 * @param root the result directory
 * @param runId the run
 * @param date whose run it is
 */
public record TableOutput(DatabaseAddress database, String root, long runId, LocalDate date) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Writes a table's rows.
     *
     * @param attempt Spark's number of the attempt
     * @param rows in the order of the table's key, of the run's date and, if the table's scope is history, of later ones
     * @throws SQLException when the database refuses; then nothing of the table is staged
     */
    public StagedTable write(ResultTable table, long attempt, Iterator<Row> rows) throws SQLException, IOException {
        Map<LocalDate, List<PartFile>> files = new TreeMap<>();
        long count = 0;
        try (var stage = TableStage.open(database, table, runId)) {
            // The run's date has files even if there are no rows, so that a reader finds the columns.
            LocalDate current = date;
            TableFiles open = open(table, attempt, current);
            try {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    LocalDate of = row.<Date>getAs(ResultTable.DATE).toLocalDate();
                    if (!of.equals(current)) {
                        files.put(current, open.finish());
                        current = of;
                        open = open(table, attempt, current);
                    }
                    stage.add(row);
                    open.add(row);
                    count++;
                }
                files.put(current, open.finish());
            } finally {
                open.close();
            }
            stage.commit();
        }
        return new StagedTable(table.name(), count, files);
    }

    private TableFiles open(ResultTable table, long attempt, LocalDate of) throws IOException {
        if (!of.equals(date) && (table.scope() != Scope.HISTORY || of.isBefore(date))) {
            throw new IllegalStateException("the run of " + date + " has rows of " + table.name() + " of " + of);
        }
        var results = new ResultDirectory(Path.of(root));
        Path directory = of.equals(date) ? results.temporary(runId) : results.temporary(runId, of);
        return new TableFiles(Files.createDirectories(directory), table, attempt);
    }
}
