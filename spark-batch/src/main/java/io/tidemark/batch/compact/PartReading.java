package io.tidemark.batch.compact;

import io.tidemark.batch.landing.InputFile;
import java.io.Serializable;
import java.util.List;

/**
 * A Parquet file to be read for some of the landed files in it. Travels to the tasks.
 *
 * @param path the file
 * @param part what it must be
 * @param slices what to read of it
 */
public record PartReading(String path, CompactedPart part, List<Slice> slices) implements Serializable {
    private static final long serialVersionUID = 1L;

    public PartReading {
        slices = List.copyOf(slices);
    }

    /**
     * Rows of one landed file.
     *
     * @param file the landed file
     * @param from first of its rows in the part
     * @param to row after its last
     */
    public record Slice(InputFile file, int from, int to) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Rows to read. */
    public long rows() {
        return slices.stream().mapToLong(slice -> slice.to() - slice.from()).sum();
    }
}
