package io.tidemark.landing.record;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One CSV row, built as bytes without a text in between; reused from row to row. For one thread. */
public final class RowBuffer {
    private static final int MAX_LONG_DIGITS = 20;
    /** Whole numbers below 2^53 are exact as doubles. */
    private static final double EXACT_LIMIT = 9_007_199_254_740_992.0;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final byte[] digits = new byte[MAX_LONG_DIGITS];
    private byte[] bytes = new byte[512];
    private int length;

    /** The row's bytes, valid up to {@link #length}, until the next {@link #reset}. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    void reset() {
        length = 0;
    }

    void raw(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    /**
     * A text field as RFC 4180 has it: in quotes if it holds a comma, a quote or a line break.
     *
     * @throws CharacterCodingException when the text is no Unicode (half a surrogate pair)
     */
    void text(String text) throws CharacterCodingException {
        int start = length;
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly all characters are beyond the comma, and none of those needs quotes.
            if (c >= 0x80 || (c <= ',' && needsQuotes(c))) {
                length = start;
                anyText(text);
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    void number(long value) {
        if (value < 0) {
            raw('-');
        }
        ensure(MAX_LONG_DIGITS);
        int at = MAX_LONG_DIGITS;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        System.arraycopy(digits, at, bytes, length, MAX_LONG_DIGITS - at);
        length += MAX_LONG_DIGITS - at;
    }

    /**
     * A finite, non-negative number as a plain decimal that reads back as the same double.
     *
     * <p>The fewest decimals with {@code whole / 10^decimals == value} are searched. Both are exact as doubles, and
     * division is rounded as parsing is, so equality here means that the text parses to the value.
     */
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
        ascii(new BigDecimal(Double.toString(value)).toPlainString());
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

    private void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void anyText(String text) throws CharacterCodingException {
        boolean quoted = text.chars().anyMatch(RowBuffer::needsQuotes);
        String field = quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(field));
        int count = encoded.remaining();
        ensure(count);
        encoded.get(bytes, length, count);
        length += count;
    }

    private static boolean needsQuotes(int c) {
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
