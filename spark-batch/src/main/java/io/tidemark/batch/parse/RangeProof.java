package io.tidemark.batch.parse;

import java.io.Serializable;

/**
 * What was read of a range, to be compared with the manifest.
 *
 * @param fileIndex the file's place in the date's list
 * @param start first byte
 * @param length bytes
 * @param crc32c CRC-32C of these bytes, unsigned
 * @param rows that start in it
 */
public record RangeProof(int fileIndex, long start, long length, long crc32c, long rows) implements Serializable {
    private static final long serialVersionUID = 1L;
}
