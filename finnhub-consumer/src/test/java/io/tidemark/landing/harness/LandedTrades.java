package io.tidemark.landing.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.landing.verify.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        List<String> lines = new ArrayList<>();
        for (Path file : visible(landing.resolve("trades"), ".ndjson")) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    /** Hidden files that a crash left. */
    public static List<Path> temporary(Path landing) throws IOException {
        try (Stream<Path> files = Files.walk(landing)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }

    /** Runs {@code verify} against the broker and returns its output, after it proved the directory. */
    public static String requireProven(Path landing, TradeTopic topic) {
        Verified verified = verify(landing, topic);
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        return verified.output();
    }

    /** What {@code verify} said. */
    public record Verified(int exitCode, String output) {}

    public static Verified verify(Path landing, TradeTopic topic) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] arguments = {landing.toString(), "--kafka=" + topic.bootstrapServers(), "--topic=" + topic.name()};
        int exitCode = VerifyCommand.run(arguments, out, out);
        return new Verified(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }

    public long rows() {
        return byId.values().stream().mapToLong(Integer::longValue).sum();
    }

    public long duplicates() {
        return rows() - byId.size();
    }

    /** How many of the trades numbered 0 to {@code count - 1} are not there. */
    public long missingOf(long count) {
        long there = 0;
        for (long number = 0; number < count; number++) {
            there += byId.containsKey("t-" + number) ? 1 : 0;
        }
        return count - there;
    }

    private static List<Path> visible(Path directory, String suffix) throws IOException {
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
