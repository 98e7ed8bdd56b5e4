package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.io.Serializable;

/**
 * Part of a landed file: the rows whose first byte lies in {@code [start, end)}.
 *
 * @param file the file
 * @param fileIndex its place in the date's list of files
 * @param start first byte
 * @param end byte after the last
 */
public record FileRange(InputFile file, int fileIndex, long start, long end) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes in it. */
    public long length() {
        return end - start;
    }
}
