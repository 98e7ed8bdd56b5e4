package io.tidemark.batch.compact;

import io.tidemark.batch.landing.InputFile;

/**
 * A landed file whose rows are in the compaction.
 *
 * @param name below the dataset's directory
 * @param rows records, without the header
 * @param bytes length
 * @param crc32c CRC-32C of all bytes, unsigned
 */
public record CompactedSource(String name, long rows, long bytes, long crc32c) {

    static CompactedSource of(InputFile file) {
        return new CompactedSource(file.name(), file.rows(), file.bytes(), file.crc32c());
    }
}
