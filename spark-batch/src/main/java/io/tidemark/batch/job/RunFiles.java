package io.tidemark.batch.job;

import io.tidemark.batch.publish.PartFile;
import io.tidemark.batch.publish.StagedPart;
import io.tidemark.batch.publish.StagedTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What a run has written of its date so far, as datasets: bars, base rows of the scan and result tables. */
final class RunFiles {
    private final SparkSession session;
    private final Path directory;
    private final LocalDate date;
    private final List<PartFile> files;

    /**
     * A run's files.
     *
     * @param directory the run's temporary directory
     * @param parts what the scan's tasks have written
     */
    RunFiles(SparkSession session, Path directory, LocalDate date, List<StagedPart> parts) {
        this.session = session;
        this.directory = directory;
        this.date = date;
        this.files = new ArrayList<>(parts.stream()
                .flatMap(part -> Stream.concat(part.files().stream(), part.baseFiles().stream()))
                .toList());
    }

    /** Adds a table's files of the run's date. */
    void add(StagedTable table) {
        files.addAll(table.files().getOrDefault(date, List.of()));
    }

    /** The rows of a dataset; none if nothing has been written of it. */
    Dataset<Row> rows(String dataset, StructType schema) {
        String[] paths = files.stream()
                .filter(file -> file.dataset().equals(dataset) && file.format().equals("parquet"))
                .map(file -> directory.resolve(file.temporaryName()).toUri().toString())
                .toArray(String[]::new);
        return paths.length == 0
                ? session.createDataFrame(List.of(), schema)
                : session.read().schema(schema).parquet(paths);
    }
}
