package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import io.tidemark.contracts.landing.TradeCsv;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Reads ranges of landed files row by row. Cut anywhere, the ranges of a file give each of its rows once. Holds one range
 * in memory, in a buffer that it keeps. For one thread.
 */
public final class RangeReader {
    private static final byte[] HEADER = (TradeCsv.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    private static final int TAIL_STEP = 4 << 10;
    private static final int MAX_ROW_BYTES = 1 << 20;

    private final TradeRow row = new TradeRow();
    private byte[] buffer = new byte[64 << 10];

    /**
     * Hands every row that starts in the range to the consumer.
     *
     * @param rows given the same object each time, with other content
     * @return what was read
     * @throws MalformedRowException when a row is wrong; the message names file, line and byte
     * @throws IOException when the file cannot be read or has another length than its manifest says; the message
     *     names it
     */
    public RangeProof read(FileRange range, Consumer<TradeRow> rows) throws IOException {
        // One byte more before the range tells whether a row starts at its first byte.
        int before = range.start() > 0 ? 1 : 0;
        int end = before + Math.toIntExact(range.length());
        var crc = new CRC32C();
        int limit;
        try (SeekableByteChannel channel = range.file().open()) {
            checkLength(channel, range.file());
            channel.position(range.start() - before);
            ensureCapacity(end);
            readFully(channel, 0, end, range.file());
            crc.update(buffer, before, end - before);
            limit = readTail(channel, end, range);
        }
        long count = 0;
        int position = before == 0 ? headerLength(range, limit) : firstRow(end);
        if (position < end) {
            checkLastRowEnds(range, range.start() - before, limit);
        }
        while (position < end) {
            try {
                int next = row.read(buffer, position);
                row.check(range.file());
                rows.accept(row);
                position = next;
                count++;
            } catch (MalformedRowException | ArithmeticException e) {
                throw RowLocation.named(range.file(), range.start() - before + position, e);
            }
        }
        return new RangeProof(range.fileIndex(), range.start(), range.length(), crc.getValue(), count);
    }

    private static void checkLength(SeekableByteChannel channel, InputFile file) throws IOException {
        if (channel.size() != file.bytes()) {
            throw new IOException(
                    file.path() + ": the file has " + channel.size() + " bytes, its manifest says " + file.bytes());
        }
    }

    /** Reads on behind the range until its last row is complete; the rest of the buffer is of no use. */
    private int readTail(SeekableByteChannel channel, int end, FileRange range) throws IOException {
        int limit = end;
        long left = range.file().bytes() - range.end();
        while (left > 0 && (limit == 0 || buffer[limit - 1] != '\n')) {
            if (limit - end > MAX_ROW_BYTES) {
                throw new MalformedRowException(
                        range.file().name() + ": a line is longer than " + MAX_ROW_BYTES + " bytes");
            }
            int step = (int) Math.min(TAIL_STEP, left);
            ensureCapacity(limit + step);
            readFully(channel, limit, step, range.file());
            left -= step;
            int lineEnd = indexOfLineEnd(limit, limit + step);
            limit = lineEnd >= 0 ? lineEnd + 1 : limit + step;
            if (lineEnd >= 0) {
                break;
            }
        }
        return limit;
    }

    private void checkLastRowEnds(FileRange range, long bufferStart, int limit) {
        int lineStart = limit;
        while (lineStart > 0 && buffer[lineStart - 1] != '\n') {
            lineStart--;
        }
        if (lineStart < limit) {
            throw RowLocation.named(
                    range.file(), bufferStart + lineStart, new MalformedRowException("the last line has no end"));
        }
    }

    /** The header is read whole even if the range ends within it: then no row starts in the range. */
    private int headerLength(FileRange range, int limit) {
        if (limit < HEADER.length || !Arrays.equals(HEADER, 0, HEADER.length, buffer, 0, HEADER.length)) {
            throw RowLocation.named(
                    range.file(), 0, new MalformedRowException("the first line is not " + TradeCsv.HEADER));
        }
        return HEADER.length;
    }

    /** Position of the first row that starts in a range which begins at position 1. */
    private int firstRow(int end) {
        int lineEnd = indexOfLineEnd(0, end);
        return lineEnd < 0 ? end : lineEnd + 1;
    }

    private int indexOfLineEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void readFully(SeekableByteChannel channel, int at, int length, InputFile file) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, at, length);
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new EOFException(file.path() + ": the file became shorter while it was read");
            }
        }
    }

    private void ensureCapacity(int capacity) {
        if (buffer.length < capacity) {
            buffer = Arrays.copyOf(buffer, capacity + TAIL_STEP);
        }
    }
}
