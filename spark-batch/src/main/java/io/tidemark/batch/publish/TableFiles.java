package io.tidemark.batch.publish;

import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Files of one date's rows of a result table: one in Parquet and one in CSV. */
final class TableFiles implements AutoCloseable {
    private final List<RowFile> open = new ArrayList<>();
    private final List<PartFile> files = new ArrayList<>();

    TableFiles(Path directory, ResultTable table, long attempt) throws IOException {
        for (String format : List.of("parquet", "csv")) {
            var file = new PartFile(table.name(), 0, attempt, format);
            Path path = directory.resolve(file.temporaryName());
            open.add(
                    format.equals("csv")
                            ? new CsvRowFile(path, table.schema())
                            : new ParquetRowFile(path, table.schema()));
            files.add(file);
        }
    }

    void add(Row row) throws IOException {
        for (RowFile file : open) {
            file.add(row);
        }
    }

    /** Completes the files and tells which they are. */
    List<PartFile> finish() throws IOException {
        for (RowFile file : open) {
            file.close();
        }
        open.clear();
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        finish();
    }
}
