package io.tidemark.batch.job;

import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.plan.PlannedDate;
import io.tidemark.batch.publish.HeldHistory;
import io.tidemark.batch.publish.PartFile;
import io.tidemark.batch.publish.StagedTable;
import io.tidemark.batch.table.BarSchema;
import io.tidemark.batch.table.ResultTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The result tables of a run, from what its scan has left in the run's temporary directory. */
final class DateAnalytics {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(DateAnalytics.class);
    private final SparkSession session;
    private final TableRun tables;

    DateAnalytics(SparkSession session, TableRun tables, BarMethod method) {
        this.session = session;
        this.tables = tables;
    }

    /** Tables that are a function of what has landed of the date. */
    List<StagedTable> ofDate(PlannedDate date, List<PartFile> files, Path directory) {
        LOG.debug("{}", rows(files, directory, Interval.ONE_MINUTE.dataset(), BarSchema.SCHEMA));
        return write(Map.of());
    }

    /** Tables that are a function of the published history and of the date's new statistics, for the date and all later ones. */
    List<StagedTable> ofHistory(LocalDate date, HeldHistory history) throws SQLException {
        return write(Map.of());
    }

    private List<StagedTable> write(Map<ResultTable, Dataset<Row>> computed) {
        List<StagedTable> staged = new ArrayList<>();
        computed.forEach((table, rows) -> staged.add(tables.write(table, rows)));
        return staged;
    }

    private Dataset<Row> rows(List<PartFile> files, Path directory, String dataset, StructType schema) {
        String[] paths = files.stream()
                .filter(file -> file.dataset().equals(dataset) && file.format().equals("parquet"))
                .map(file -> directory.resolve(file.temporaryName()).toUri().toString())
                .toArray(String[]::new);
        if (paths.length == 0) {
            return session.createDataFrame(List.of(), schema);
        }
        return session.read().schema(schema).parquet(paths);
    }
}
