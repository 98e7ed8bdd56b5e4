package io.tidemark.batch.compact;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes the indexes of a page whose values are in a dictionary: Parquet's hybrid of runs and packed bits, see
 * <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">its encodings</a>. All at once, where the
 * library's decoder is asked for each and prepares a line of log for each run.
 */
final class DictionaryIds {
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Of a long read at any bit of its first byte, so many bits are whole. */
    private static final int MAX_BIT_WIDTH = 32;

    private final byte[] bytes;
    private final int end;
    private final int bitWidth;
    private int position;

    /**
     * Indexes of a page.
     *
     * @param page its values: a byte that says how wide indexes are, then the runs
     */
    DictionaryIds(ByteBuffer page) throws IOException {
        end = page.remaining();
        // Longs are read beyond the last index.
        bytes = new byte[end + Long.BYTES];
        page.get(bytes, 0, end);
        bitWidth = end == 0 ? 0 : bytes[0];
        position = 1;
        if (bitWidth < 0 || bitWidth > MAX_BIT_WIDTH) {
            throw new IOException("indexes of " + bitWidth + " bits");
        }
    }

    /** Writes the first {@code count} indexes to {@code into}, from {@code at} on. */
    void read(int[] into, int at, int count) throws IOException {
        int to = at + count;
        for (int next = at; next < to; ) {
            int header = varint();
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, to - next);
                Arrays.fill(into, next, next + run, repeated());
                next += run;
            } else {
                int packed = Math.multiplyExact(header >>> 1, 8);
                int used = Math.min(packed, to - next);
                unpack(into, next, used);
                position = Math.addExact(position, packed / 8 * bitWidth);
                next += used;
            }
        }
    }

    private void unpack(int[] into, int at, int count) {
        long mask = (1L << bitWidth) - 1;
        long bit = (long) position << 3;
        for (int i = 0; i < count; i++, bit += bitWidth) {
            long eight = (long) LITTLE_ENDIAN_LONG.get(bytes, (int) (bit >>> 3));
            into[at + i] = (int) ((eight >>> (bit & 7)) & mask);
        }
    }

    private int repeated() {
        int value = 0;
        for (int shift = 0; shift < bitWidth; shift += 8) {
            value |= (bytes[position++] & 0xff) << shift;
        }
        return value;
    }

    private int varint() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (position >= end) {
                throw new IOException("the page ends before its values do");
            }
            byte next = bytes[position++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a run's length has no end");
    }
}
