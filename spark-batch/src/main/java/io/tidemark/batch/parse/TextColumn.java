package io.tidemark.batch.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of rows, each in the form of its CSV field, as places in one array of bytes. Kept from one use to the next. For
 * one thread.
 */
public final class TextColumn {
    private byte[] bytes = new byte[0];
    private int length;
    private int[] starts = new int[0];
    private int[] ends = new int[0];

    /** Forgets all texts and makes room for rows. */
    public void reset(int rows) {
        length = 0;
        if (starts.length < rows) {
            starts = new int[rows];
            ends = new int[rows];
        }
    }

    /** Appends bytes that rows can point to; returns where they start. */
    public int append(byte[] from, int start, int end) {
        int count = end - start;
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
        return length - count;
    }

    /** Says where in the appended bytes a row's text stands. */
    public void set(int row, int start, int end) {
        starts[row] = start;
        ends[row] = end;
    }

    /** The field of a row as a text. */
    public String text(int row) {
        return new String(bytes, starts[row], ends[row] - starts[row], StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return ends[row];
    }
}
