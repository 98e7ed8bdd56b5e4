package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Result files of one task's attempt: of each interval that has bars one in Parquet and one in CSV. */
final class ResultPart implements AutoCloseable {
    private final Path directory;
    private final int part;
    private final long attempt;
    private final Map<Interval, List<BarFile>> open = new EnumMap<>(Interval.class);
    private final List<PartFile> files = new ArrayList<>();

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

    /** Completes the files and tells which they are. */
    List<PartFile> finish() throws IOException {
        close();
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (List<BarFile> ofInterval : open.values()) {
            for (BarFile file : ofInterval) {
                try {
                    file.close();
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
        open.clear();
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
