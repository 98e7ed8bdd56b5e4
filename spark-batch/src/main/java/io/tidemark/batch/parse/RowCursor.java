package io.tidemark.batch.parse;

import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of rows from bytes, one after another, without making objects. The bytes up to the limit must end
 * with a line break; a field that is asked for beyond its line is a {@link MalformedRowException}. For one thread.
 */
final class RowCursor {
    private static final long EXACT_LIMIT = 1L << 53;
    private static final long MANTISSA_LIMIT = (Long.MAX_VALUE - 9) / 10;
    private static final int MAX_INTEGER_DIGITS = 18;
    /** Powers of ten that are exact as doubles. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private byte[] bytes = new byte[0];
    private int position;

    /** Goes to the start of a row. */
    void moveTo(byte[] newBytes, int newPosition) {
        bytes = newBytes;
        position = newPosition;
    }

    /** Where the next field starts. */
    int position() {
        return position;
    }

    /**
     * Skips a text field and the comma after it.
     *
     * @return where the field ends (exclusive); quotes, if any, are inside
     */
    int text() {
        int start = position;
        if (bytes[position] == '"') {
            return quotedText(start);
        }
        int at = position;
        while (bytes[at] != ',') {
            if (bytes[at] == '\n' || bytes[at] == '"') {
                throw new MalformedRowException(
                        bytes[at] == '\n' ? "the line ends after too few fields" : "a quote within an unquoted field");
            }
            at++;
        }
        position = at + 1;
        return at;
    }

    private int quotedText(int start) {
        int at = start + 1;
        while (true) {
            if (bytes[at] == '\n') {
                throw new MalformedRowException("a quoted field has no end");
            }
            if (bytes[at] == '"') {
                if (bytes[at + 1] != '"') {
                    break;
                }
                at++;
            }
            at++;
        }
        if (bytes[at + 1] != ',') {
            throw new MalformedRowException("text after a closing quote");
        }
        position = at + 2;
        return at + 1;
    }

    /**
     * Reads a plain decimal and the comma after it: the double that {@link Double#parseDouble} gives. Up to 2^53 the
     * digits are exact as a double, and so is the power of ten, so that their quotient is rounded once, as parsing is.
     */
    double decimal() {
        int start = position;
        int at = start;
        long mantissa = 0;
        int decimals = 0;
        boolean point = false;
        boolean exact = true;
        for (byte b = bytes[at]; b != ','; b = bytes[++at]) {
            if (b >= '0' && b <= '9') {
                if (mantissa > MANTISSA_LIMIT) {
                    exact = false;
                } else {
                    mantissa = mantissa * 10 + (b - '0');
                }
                if (point) {
                    decimals++;
                }
            } else if (b == '.' && !point) {
                point = true;
            } else {
                throw noNumber(start);
            }
        }
        if (at - start == (point ? 1 : 0)) {
            throw noNumber(start);
        }
        position = at + 1;
        if (exact && mantissa <= EXACT_LIMIT && decimals < POWERS_OF_TEN.length) {
            return mantissa / POWERS_OF_TEN[decimals];
        }
        return Double.parseDouble(ascii(start, at));
    }

    /** Reads a whole number that is not negative, and the comma after it. */
    long integer() {
        return integer((byte) ',');
    }

    /** Reads a whole number that is not negative, and the line break after it. */
    long lastInteger() {
        return integer((byte) '\n');
    }

    private long integer(byte terminator) {
        int start = position;
        int at = start;
        long value = 0;
        for (byte b = bytes[at]; b != terminator; b = bytes[++at]) {
            if (b < '0' || b > '9' || at - start == MAX_INTEGER_DIGITS) {
                throw noNumber(start);
            }
            value = value * 10 + (b - '0');
        }
        if (at == start) {
            throw noNumber(start);
        }
        position = at + 1;
        return value;
    }

    private MalformedRowException noNumber(int start) {
        int end = start;
        while (bytes[end] != ',' && bytes[end] != '\n' && end - start < 40) {
            end++;
        }
        return new MalformedRowException("no plain number: '" + ascii(start, end) + "'");
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
