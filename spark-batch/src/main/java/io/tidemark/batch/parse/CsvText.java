package io.tidemark.batch.parse;

import io.tidemark.contracts.landing.TradeCsv;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes rows back as the bytes of a landed file, only to know their number and their CRC-32C: equal to the manifest's,
 * nothing of the file was lost. For one thread.
 *
 * <p>A number is written as the landing consumer does: plain, with the fewest decimals that read back as the same double.
 * A file whose numbers are written otherwise ({@code 1.50}) comes out different.
 */
public final class CsvText {
    private static final int BUFFER = 64 << 10;
    private static final int MAX_LONG_DIGITS = 20;
    /** Whole numbers below 2^53 are exact as doubles, and so are these powers of ten: their quotient is rounded once. */
    private static final double EXACT_LIMIT = 9_007_199_254_740_992.0;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final CRC32C crc = new CRC32C();
    private final byte[] digits = new byte[MAX_LONG_DIGITS];
    private byte[] bytes = new byte[2 * BUFFER];
    private int length;
    private long flushed;

    /** A file that begins with the header. */
    public CsvText() {
        byte[] header = (TradeCsv.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
        raw(header, 0, header.length);
    }

    /** Adds a row. */
    public void add(TradeRow row) {
        row.appendTo(this);
        if (length >= BUFFER) {
            flush();
        }
    }

    /** Bytes so far. */
    public long length() {
        return flushed + length;
    }

    /** Their CRC-32C, unsigned. */
    public long crc32c() {
        flush();
        return crc.getValue();
    }

    void raw(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    void raw(byte[] from, int start, int end) {
        int count = end - start;
        ensure(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    void number(long value) {
        if (value < 0) {
            raw('-');
        }
        int at = MAX_LONG_DIGITS;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        raw(digits, at, MAX_LONG_DIGITS);
    }

    /** The fewest decimals with {@code whole / 10^decimals == value}. */
    void decimal(double value) {
        for (int decimals = 0; decimals < POWERS_OF_TEN.length; decimals++) {
            double scaled = value * POWERS_OF_TEN[decimals];
            if (scaled >= EXACT_LIMIT) {
                break;
            }
            long whole = Math.round(scaled);
            if (whole / POWERS_OF_TEN[decimals] == value) {
                decimal(whole, decimals);
                return;
            }
        }
        byte[] plain = new BigDecimal(Double.toString(value)).toPlainString().getBytes(StandardCharsets.US_ASCII);
        raw(plain, 0, plain.length);
    }

    private void decimal(long whole, int decimals) {
        long power = (long) POWERS_OF_TEN[decimals];
        number(whole / power);
        if (decimals == 0) {
            return;
        }
        raw('.');
        ensure(decimals);
        long rest = whole % power;
        for (int at = length + decimals - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += decimals;
    }

    private void flush() {
        crc.update(bytes, 0, length);
        flushed += length;
        length = 0;
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
