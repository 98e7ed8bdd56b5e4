package io.tidemark.landing.verify;

import java.nio.charset.StandardCharsets;

/** The fields of one line of RFC 4180; reused from line to line. For one thread. */
final class CsvFields {
    private static final int MAX_LONG_DIGITS = 18;

    private final int[] starts;
    private final int[] ends;
    private byte[] line = {};

    /** Lines of that many fields. */
    CsvFields(int count) {
        starts = new int[count];
        ends = new int[count];
    }

    /**
     * Finds the fields.
     *
     * @throws BadRowException when there are more or fewer, or quotes are misplaced
     */
    void split(byte[] bytes, int from, int to) throws BadRowException {
        line = bytes;
        int at = from;
        for (int field = 0; field < starts.length; field++) {
            starts[field] = at;
            at = at < to && bytes[at] == '"' ? endOfQuoted(bytes, at, to) : endOfPlain(bytes, at, to);
            ends[field] = at;
            boolean last = field == starts.length - 1;
            if (last != (at == to)) {
                throw new BadRowException("it does not have " + starts.length + " fields");
            }
            at++;
        }
    }

    String text(int field) {
        int from = starts[field];
        int to = ends[field];
        if (from < to && line[from] == '"') {
            return new String(line, from + 1, to - from - 2, StandardCharsets.UTF_8).replace("\"\"", "\"");
        }
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    /** A whole number that is not negative. */
    long number(int field) throws BadRowException {
        int from = starts[field];
        int to = ends[field];
        if (from == to || to - from > MAX_LONG_DIGITS) {
            throw new BadRowException("\"" + text(field) + "\" is no whole number");
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(line[i])) {
                throw new BadRowException("\"" + text(field) + "\" is no whole number");
            }
            value = value * 10 + (line[i] - '0');
        }
        return value;
    }

    /** A plain decimal that is not negative. */
    double decimal(int field) throws BadRowException {
        int from = starts[field];
        int to = ends[field];
        int points = 0;
        for (int i = from; i < to; i++) {
            if (line[i] == '.') {
                points++;
            } else if (!isDigit(line[i])) {
                points = Integer.MAX_VALUE;
                break;
            }
        }
        if (from == to || points > 1 || !isDigit(line[from]) || !isDigit(line[to - 1])) {
            throw new BadRowException("\"" + text(field) + "\" is no plain decimal");
        }
        double value = Double.parseDouble(text(field));
        if (!Double.isFinite(value)) {
            throw new BadRowException("\"" + text(field) + "\" is beyond what a double holds");
        }
        return value;
    }

    private static int endOfPlain(byte[] bytes, int from, int to) throws BadRowException {
        int at = from;
        while (at < to && bytes[at] != ',') {
            if (bytes[at] == '"' || bytes[at] == '\r') {
                throw new BadRowException(
                        "a " + (bytes[at] == '"' ? "quote" : "carriage return") + " stands in a field without quotes");
            }
            at++;
        }
        return at;
    }

    private static int endOfQuoted(byte[] bytes, int from, int to) throws BadRowException {
        int at = from + 1;
        while (at < to) {
            if (bytes[at] != '"') {
                at++;
            } else if (at + 1 < to && bytes[at + 1] == '"') {
                at += 2;
            } else if (at + 1 == to || bytes[at + 1] == ',') {
                return at + 1;
            } else {
                break;
            }
        }
        throw new BadRowException("a quote is not closed");
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
