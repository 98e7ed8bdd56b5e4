package io.tidemark.landing.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Lines of a file as bytes, and the length and checksum of all of it. Holds one line and a buffer. For one thread.
 *
 * <p>Where fields may hold line breaks, a line ends at the first line end that is outside of quotes.
 */
final class LineReader implements Closeable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final InputStream input;
    private final boolean breaksInQuotes;
    private final CRC32C checksum = new CRC32C();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private int lineStart;
    private int lineEnd = -1;
    private long length;

    LineReader(Path file, boolean breaksInQuotes) throws IOException {
        this.input = Files.newInputStream(file);
        this.breaksInQuotes = breaksInQuotes;
    }

    /**
     * Goes to the next line; false at the end.
     *
     * @throws UnfinishedLineException when the file does not end with a line end
     */
    boolean next() throws IOException {
        lineStart = lineEnd + 1;
        int searchFrom = lineStart;
        boolean quoted = false;
        while (true) {
            for (int i = searchFrom; i < filled; i++) {
                if (buffer[i] == '\n' && !quoted) {
                    lineEnd = i;
                    return true;
                }
                // A quote that is doubled within quotes ends and begins them: no line end can be between.
                quoted ^= breaksInQuotes && buffer[i] == '"';
            }
            searchFrom = filled - lineStart;
            if (!fill()) {
                if (lineStart < filled) {
                    throw new UnfinishedLineException();
                }
                return false;
            }
        }
    }

    /** Where the line's bytes are, from {@link #from} to {@link #to}; valid until the next line. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return lineStart;
    }

    int to() {
        return lineEnd;
    }

    /** Bytes read; the file's length after the last line. */
    long length() {
        return length;
    }

    /** CRC-32C of the bytes read. */
    long checksum() {
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Moves the begun line to the buffer's start and reads on behind it. */
    private boolean fill() throws IOException {
        int begun = filled - lineStart;
        if (begun == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            System.arraycopy(buffer, lineStart, buffer, 0, begun);
        }
        lineStart = 0;
        lineEnd = -1;
        filled = begun;
        int read = input.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            return false;
        }
        checksum.update(buffer, filled, read);
        filled += read;
        length += read;
        return true;
    }

    /** The last line was cut off. */
    static final class UnfinishedLineException extends IOException {
        private static final long serialVersionUID = 1L;

        UnfinishedLineException() {
            super("ends in the middle of a line");
        }
    }
}
