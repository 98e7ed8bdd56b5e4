package io.tidemark.landing.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a file that is not committed yet: {@code .part-<dataset>-<partition>-<start>-<uuid>.tmp}. The dot hides it from
 * Spark. It says whose it is, so that the partition's next writer, and nobody else, can tell whether it is garbage: two
 * partitions have segments that start at one offset in one directory.
 *
 * @param dataset of the segment
 * @param partition of the segment
 * @param start first offset of the segment
 * @param attempt one for every try to write the segment; its files lie in different directories under this one name
 */
record TemporaryName(String dataset, int partition, long start, UUID attempt) {
    static final String PREFIX = ".part-";
    private static final Pattern FORM = Pattern.compile(
            "\\.part-(.+)-(\\d{1,9})-(\\d{20})-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.tmp");

    /** Reads a file name; empty when it is none of ours. */
    static Optional<TemporaryName> parse(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TemporaryName(
                    matcher.group(1),
                    Integer.parseInt(matcher.group(2)),
                    Long.parseLong(matcher.group(3)),
                    UUID.fromString(matcher.group(4))));
        } catch (NumberFormatException e) {
            // Twenty digits that are no offset: not written by us.
            return Optional.empty();
        }
    }

    String fileName() {
        return String.format(Locale.ROOT, "%s%s-%d-%020d-%s.tmp", PREFIX, dataset, partition, start, attempt);
    }
}
