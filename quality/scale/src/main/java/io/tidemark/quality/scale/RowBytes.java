package io.tidemark.quality.scale;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes text and numbers as bytes, and sums them up: fifty million rows must not take longer than reading them. */
final class RowBytes implements AutoCloseable {
    private static final int BUFFER = 128 << 10;
    private static final int ROOM = 1 << 10;

    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private final byte[] bytes = new byte[BUFFER];
    private final byte[] digits = new byte[20];
    private int length;
    private long written;

    RowBytes(OutputStream out) {
        this.out = out;
    }

    /** Makes room for a row of less than a KiB. */
    void beginRow() throws IOException {
        if (length > BUFFER - ROOM) {
            flush();
        }
    }

    RowBytes text(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    RowBytes raw(char ascii) {
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A whole number that is not negative. */
    RowBytes number(long value) {
        int at = digits.length;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        System.arraycopy(digits, at, bytes, length, digits.length - at);
        length += digits.length - at;
        return this;
    }

    /** An amount of cents as the landing consumer writes it: without zeros at the end. */
    RowBytes cents(long cents) {
        number(cents / 100);
        long rest = cents % 100;
        if (rest != 0) {
            raw('.').raw((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                raw((char) ('0' + rest % 10));
            }
        }
        return this;
    }

    long length() {
        return written + length;
    }

    /** CRC-32C of all, once closed. */
    long crc32c() {
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    private void flush() throws IOException {
        crc.update(bytes, 0, length);
        out.write(bytes, 0, length);
        written += length;
        length = 0;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
