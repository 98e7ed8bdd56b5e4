package io.tidemark.batch.compact;

import io.tidemark.batch.parse.TradeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Writes rows to one part after another, each of at most so many rows, and keeps account of whose they are. */
final class PartSequence implements AutoCloseable {
    private final Path directory;
    private final Configuration configuration;
    private final int partRows;
    private final List<CompactedPart> parts = new ArrayList<>();
    private final List<CompactedPart.Slice> slices = new ArrayList<>();
    private @Nullable PartWriter part;
    private int rowsInPart;
    private int source;
    private String sourceName = "";
    private int rowsInSlice;

    PartSequence(Path directory, Configuration configuration, int partRows) {
        this.directory = directory;
        this.configuration = configuration;
        this.partRows = partRows;
    }

    /** Says which landed file the next rows come from. */
    void source(int index, String name) {
        endSlice();
        source = index;
        sourceName = name;
        if (part != null) {
            part.source(name);
        }
    }

    void add(TradeRow row) {
        try {
            PartWriter open = part == null ? newPart() : part;
            open.add(row);
            rowsInPart++;
            rowsInSlice++;
            if (rowsInPart == partRows) {
                endPart();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes the last part; all are on disk. */
    List<CompactedPart> finish() throws IOException {
        endPart();
        return List.copyOf(parts);
    }

    /** Lets go of a part that was begun; does nothing after {@link #finish}. */
    @Override
    public void close() throws IOException {
        PartWriter open = part;
        part = null;
        if (open != null) {
            open.close();
        }
    }

    private PartWriter newPart() throws IOException {
        var open = new PartWriter(directory.resolve(name()), configuration);
        open.source(sourceName);
        part = open;
        return open;
    }

    private void endSlice() {
        if (rowsInSlice > 0) {
            slices.add(new CompactedPart.Slice(source, rowsInSlice));
            rowsInSlice = 0;
        }
    }

    private void endPart() throws IOException {
        PartWriter open = part;
        if (open == null) {
            return;
        }
        endSlice();
        open.close();
        parts.add(new CompactedPart(name(), open.bytes(), open.crc32c(), slices));
        part = null;
        slices.clear();
        rowsInPart = 0;
    }

    private String name() {
        return String.format(Locale.ROOT, "part-%04d.parquet", parts.size());
    }
}
