package io.tidemark.servicekit.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of bytes, written {@code 65536}, {@code 64KiB}, {@code 2 MiB} or {@code 1GiB}.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(B|KIB|MIB|GIB)?");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative: " + bytes);
        }
    }

    /**
     * Reads the written form; units are powers of 1024 and their case does not matter.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ByteSize parse(String text) {
        var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException("expected a size such as 65536, 64KiB or 2MiB, got \"" + text + "\"");
        }
        String unit = match.group(2) == null ? "B" : match.group(2);
        long factor =
                switch (unit) {
                    case "KIB" -> 1L << 10;
                    case "MIB" -> 1L << 20;
                    case "GIB" -> 1L << 30;
                    default -> 1L;
                };
        return new ByteSize(Math.multiplyExact(Long.parseLong(match.group(1)), factor));
    }

    /** The bytes as an int, for APIs of that type. */
    public int toIntExact() {
        return Math.toIntExact(bytes);
    }
}
