package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandedFile;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A landed file as its manifest describes it. Travels to the tasks, so it is plain text and numbers.
 *
 * @param root the dataset's directory
 * @param name final name below it
 * @param temporaryName name it has between the commit and the rename
 * @param rows records, without the header
 * @param bytes length
 * @param crc32c CRC-32C of all bytes, unsigned
 * @param maxEventTime greatest event time in it, epoch ms
 * @param partition that its records come from
 * @param startOffset first offset of its segment
 * @param endOffset offset after the segment's last
 * @param bucketStart start of the hour that its records fall in, epoch ms
 */
public record InputFile(
        String root,
        String name,
        String temporaryName,
        long rows,
        long bytes,
        long crc32c,
        long maxEventTime,
        int partition,
        long startOffset,
        long endOffset,
        long bucketStart)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static InputFile of(Path root, LandedFile file, int partition, long startOffset, long endOffset, long bucketStart) {
        return new InputFile(
                root.toString(),
                file.finalName(),
                file.temporaryName(),
                file.rows(),
                file.bytes(),
                file.crc32c(),
                file.maxEventTime(),
                partition,
                startOffset,
                endOffset,
                bucketStart);
    }

    /** Where it is, or will be as soon as its writer has renamed it. */
    public Path path() {
        return Path.of(root, name);
    }

    /**
     * Opens the file for reading. A segment is committed before its files are renamed, so a file may still have its
     * temporary name, and lose it between two looks: at any instant it has one of the two.
     *
     * @throws IOException when it has neither
     */
    public SeekableByteChannel open() throws IOException {
        try {
            return Files.newByteChannel(path());
        } catch (NoSuchFileException notRenamedYet) {
            try {
                return Files.newByteChannel(Path.of(root, temporaryName));
            } catch (NoSuchFileException renamedMeanwhile) {
                return Files.newByteChannel(path());
            }
        }
    }
}
