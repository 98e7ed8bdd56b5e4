package io.tidemark.batch.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * Puts the lists of encodings in a Parquet file's footer in order. The library writes them in the order of a hash set of
 * enums, which differs from process to process, and equal results are to be equal files.
 */
final class ParquetFooter {
    /** A file ends with the footer, its length in four bytes (little endian) and the four letters {@code PAR1}. */
    private static final int TAIL_BYTES = 8;

    private ParquetFooter() {}

    /** Orders the footer of a complete file in place: it keeps its length. */
    static void putInOrder(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int length = read(channel, channel.size() - TAIL_BYTES, Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            long start = channel.size() - TAIL_BYTES - length;
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, start, length).array()));
            footer.getRow_groups().stream()
                    .flatMap(group -> group.getColumns().stream())
                    .forEach(column -> order(column.getMeta_data()));
            var ordered = new ByteArrayOutputStream(length);
            Util.writeFileMetaData(footer, ordered);
            if (ordered.size() != length) {
                throw new IOException(
                        file + ": its footer of " + length + " bytes would become one of " + ordered.size());
            }
            ByteBuffer bytes = ByteBuffer.wrap(ordered.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes, start + bytes.position());
            }
        }
    }

    private static void order(ColumnMetaData column) {
        Collections.sort(column.getEncodings());
        if (column.isSetEncoding_stats()) {
            Collections.sort(column.getEncoding_stats());
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file is shorter than its footer");
            }
        }
        return bytes.flip();
    }
}
