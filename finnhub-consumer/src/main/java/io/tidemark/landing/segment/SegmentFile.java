package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.landing.disk.OutputFile;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.failpoint.FailPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * One file of an open segment, under its temporary name. Its memory is one fixed buffer; its checksum is of the bytes as
 * they were handed to the operating system.
 */
final class SegmentFile {
    /** Large enough that a write costs little per row, small enough for a thousand open hours. */
    static final int BUFFER_BYTES = 64 * 1024;

    private final Path root;
    private final Path temporary;
    private final String finalName;
    private final OutputFile output;
    private final FailPoints failPoints;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final CRC32C checksum = new CRC32C();
    private int buffered;
    private long written;
    private long rows;
    private long minEventTime = Long.MAX_VALUE;
    private long maxEventTime = Long.MIN_VALUE;

    /** Creates the file beside the place that it will have in the end. */
    static SegmentFile create(LandingSite site, String finalName, TemporaryName temporaryName) throws IOException {
        Path root = site.layout().root();
        Path temporary = root.resolve(finalName).resolveSibling(temporaryName.fileName());
        site.files().ensureDirectory(directoryOf(temporary));
        return new SegmentFile(root, temporary, finalName, site.files().create(temporary), site.failPoints());
    }

    private SegmentFile(Path root, Path temporary, String finalName, OutputFile output, FailPoints failPoints) {
        this.root = root;
        this.temporary = temporary;
        this.finalName = finalName;
        this.output = output;
        this.failPoints = failPoints;
    }

    /** Adds bytes that are no row, as the header. */
    void append(byte[] bytes, int length) throws IOException {
        if (length > buffer.length - buffered) {
            drain();
        }
        if (length > buffer.length) {
            write(bytes, length);
        } else {
            System.arraycopy(bytes, 0, buffer, buffered, length);
            buffered += length;
        }
    }

    /** Adds one row. */
    void appendRow(byte[] bytes, int length, long eventTime) throws IOException {
        append(bytes, length);
        rows++;
        minEventTime = Math.min(minEventTime, eventTime);
        maxEventTime = Math.max(maxEventTime, eventTime);
    }

    /** Hands the rest to the operating system, makes the file durable and closes it. */
    void finish() throws IOException {
        drain();
        failPoints.reach(FailPoint.BEFORE_FILE_SYNC);
        output.sync();
        output.close();
        failPoints.reach(FailPoint.AFTER_FILE_SYNC);
    }

    /** Closes without a promise about the content; harmless after {@link #finish}. */
    void abandon() throws IOException {
        output.close();
    }

    Path temporary() {
        return temporary;
    }

    Path directory() {
        return directoryOf(temporary);
    }

    /** What the manifest says of it; for finished files. */
    LandedFile describe() {
        return new LandedFile(
                root.relativize(temporary).toString().replace('\\', '/'),
                finalName,
                rows,
                written,
                checksum.getValue(),
                rows == 0 ? 0 : minEventTime,
                rows == 0 ? 0 : maxEventTime);
    }

    private void drain() throws IOException {
        if (buffered > 0) {
            write(buffer, buffered);
            buffered = 0;
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        if (written == 0) {
            failPoints.reach(FailPoint.BEFORE_DATA_WRITE);
        }
        output.write(bytes, 0, length);
        checksum.update(bytes, 0, length);
        written += length;
        failPoints.reach(FailPoint.MID_DATA_WRITE);
    }

    /** The directory of a file that is not the root of everything. */
    static Path directoryOf(Path file) {
        Path directory = file.getParent();
        if (directory == null) {
            throw new IllegalArgumentException(file + " is in no directory");
        }
        return directory;
    }
}
