package io.tidemark.batch.compact;

import java.io.Serializable;
import java.util.List;

/**
 * One Parquet file of a compacted date.
 *
 * @param name within the date's directory
 * @param bytes length
 * @param crc32c CRC-32C of all its bytes, unsigned
 * @param slices what its rows are, in their order
 */
public record CompactedPart(String name, long bytes, long crc32c, List<Slice> slices) implements Serializable {
    private static final long serialVersionUID = 1L;

    public CompactedPart {
        slices = List.copyOf(slices);
    }

    /** Rows in it. */
    public long rows() {
        return slices.stream().mapToLong(Slice::rows).sum();
    }

    /**
     * Rows in a row of one landed file.
     *
     * @param source the file's place in the manifest's list
     * @param rows of it
     */
    public record Slice(int source, int rows) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
