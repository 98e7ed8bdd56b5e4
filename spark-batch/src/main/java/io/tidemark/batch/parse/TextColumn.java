package io.tidemark.batch.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of rows, each in the form of its CSV field: places in one array of bytes, and for every row the number of its
 * place, so that a text which comes in many rows is there once. Kept from one use to the next. For one thread.
 */
public final class TextColumn {
    private byte[] bytes = new byte[0];
    private int length;
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int places;
    private int[] ids = new int[0];
    private int generation;

    /** Forgets all texts and makes room for rows. */
    public void reset(int rows) {
        length = 0;
        places = 0;
        generation++;
        if (ids.length < rows) {
            ids = new int[rows];
        }
    }

    /** Appends bytes that places can be in; returns where they start. */
    public int append(byte[] from, int start, int end) {
        int count = end - start;
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
        return length - count;
    }

    /** Adds a place in the appended bytes; returns its number. */
    public int addPlace(int start, int end) {
        if (places == starts.length) {
            int more = Math.max(64, places * 2);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
        starts[places] = start;
        ends[places] = end;
        return places++;
    }

    /** Makes room for so many more places. */
    public void reservePlaces(int more) {
        if (starts.length - places < more) {
            starts = Arrays.copyOf(starts, places + more);
            ends = Arrays.copyOf(ends, places + more);
        }
    }

    /** Number of the place of every row, to be filled. */
    public int[] ids() {
        return ids;
    }

    /** The field of a row as a text. */
    public String text(int row) {
        return new String(bytes, start(row), end(row) - start(row), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int row) {
        return starts[ids[row]];
    }

    int end(int row) {
        return ends[ids[row]];
    }

    int places() {
        return places;
    }

    /** Differs whenever the places mean other texts than before. */
    int generation() {
        return generation;
    }
}
