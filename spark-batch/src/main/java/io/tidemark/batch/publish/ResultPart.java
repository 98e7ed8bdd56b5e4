package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.table.BaseRows;
import io.tidemark.batch.table.BaseSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Files of one task's attempt: of each interval that has bars one in Parquet and one in CSV, and of base rows, which are not
 * published, one in Parquet.
 */
final class ResultPart implements BaseSink, AutoCloseable {
    private final Path directory;
    private final int part;
    private final long attempt;
    private final Map<Interval, List<BarFile>> open = new EnumMap<>(Interval.class);
    private final Map<String, RowFile> openBase = new LinkedHashMap<>();
    private final List<PartFile> files = new ArrayList<>();
    private final List<PartFile> baseFiles = new ArrayList<>();

    ResultPart(Path directory, int part, long attempt) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.part = part;
        this.attempt = attempt;
    }

    void add(Bar bar) throws IOException {
        List<BarFile> ofInterval = open.get(bar.interval());
        if (ofInterval == null) {
            ofInterval = new ArrayList<>();
            open.put(bar.interval(), ofInterval);
            ofInterval.add(new ParquetBarFile(create(bar.interval(), "parquet")));
            ofInterval.add(new CsvBarFile(create(bar.interval(), "csv")));
        }
        for (BarFile file : ofInterval) {
            file.add(bar);
        }
    }

    @Override
    public void add(BaseRows base, Row row) throws IOException {
        RowFile file = openBase.get(base.dataset());
        if (file == null) {
            var created = new PartFile(base.dataset(), part, attempt, "parquet");
            file = new ParquetRowFile(directory.resolve(created.temporaryName()), base.schema());
            baseFiles.add(created);
            openBase.put(base.dataset(), file);
        }
        file.add(row);
    }

    /** Completes the files. */
    void finish() throws IOException {
        close();
    }

    /** The files of bars. */
    List<PartFile> files() {
        return List.copyOf(files);
    }

    /** The files of base rows. */
    List<PartFile> baseFiles() {
        return List.copyOf(baseFiles);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        List<Closeable> all = new ArrayList<>(openBase.values());
        open.values().forEach(all::addAll);
        for (Closeable file : all) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        open.clear();
        openBase.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private Path create(Interval interval, String format) {
        var file = new PartFile(interval.dataset(), part, attempt, format);
        files.add(file);
        return directory.resolve(file.temporaryName());
    }
}
