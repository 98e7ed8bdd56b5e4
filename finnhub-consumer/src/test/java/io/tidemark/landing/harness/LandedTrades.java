package io.tidemark.landing.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An oracle that knows nothing of manifests: it takes the ids out of every visible file, as a careless reader with a glob
 * would.
 *
 * @param byId how often each id is there
 */
public record LandedTrades(Map<String, Integer> byId) {
    /** The id stands before the last two columns, which are numbers. */
    private static final Pattern ID = Pattern.compile("(t-\\d+),\\d+,\\d+$");

    public static LandedTrades in(Path landing) throws IOException {
        Map<String, Integer> byId = new TreeMap<>();
        for (Path file : visible(landing.resolve("trades"), ".csv")) {
            for (String line : Files.readAllLines(file)) {
                Matcher id = ID.matcher(line);
                if (id.find()) {
                    byId.merge(id.group(1), 1, Integer::sum);
                }
            }
        }
        return new LandedTrades(byId);
    }

    /** Lines of all quarantine files. */
    public static List<String> quarantine(Path landing) throws IOException {
        return lines(landing.resolve("trades"), ".ndjson");
    }

    /** Hidden files that a crash left. */
    public static List<Path> temporary(Path landing) throws IOException {
        try (Stream<Path> files = Files.walk(landing)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }

    /** Proves the directory against the broker and returns what {@code verify} said. */
    public static String requireProven(Path landing, NumberedTopic topic) {
        return Verified.run(landing, topic).requireProven();
    }

    public long rows() {
        return byId.values().stream().mapToLong(Integer::longValue).sum();
    }

    public long duplicates() {
        return rows() - byId.size();
    }

    /** How many of the trades numbered 0 to {@code count - 1} are not there. */
    public long missingOf(long count) {
        return missing(byId, "t-", count);
    }

    static long missing(Map<String, Integer> byId, String prefix, long count) {
        return LongStream.range(0, count)
                .filter(number -> !byId.containsKey(prefix + number))
                .count();
    }

    static List<String> lines(Path directory, String suffix) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : visible(directory, suffix)) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    static List<Path> visible(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.endsWith(suffix) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }
}
