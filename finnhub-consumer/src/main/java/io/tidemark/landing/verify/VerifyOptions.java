package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param directory landing directory
 * @param datasets to prove, each of which must have landed; empty for what is there, and the trades in any case
 * @param kafka brokers to compare with, if any
 * @param topic of the trades
 * @param newsTopic of the news
 * @param json whether the report is for programs
 */
record VerifyOptions(
        Path directory, List<String> datasets, Optional<String> kafka, String topic, String newsTopic, boolean json) {
    private static final List<String> KNOWN = List.of(LandingLayout.TRADES, LandingLayout.NEWS);
    private static final List<String> NAMES = List.of("--datasets", "--kafka", "--topic", "--news-topic");

    /** The command line is wrong; the message says how. */
    static final class WrongUseException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUseException(String message) {
            super(message);
        }
    }

    /** Reads a command line without {@code --help}. */
    static VerifyOptions parse(String[] arguments) throws WrongUseException {
        String directory = null;
        boolean json = false;
        var values = new TreeMap<String, String>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.equals("--json")) {
                json = true;
            } else if (equals > 0 && NAMES.contains(argument.substring(0, equals))) {
                values.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else if (!argument.startsWith("--") && directory == null) {
                directory = argument;
            } else {
                throw new WrongUseException("unexpected argument " + argument);
            }
        }
        return new VerifyOptions(
                existing(directory),
                datasets(values.getOrDefault("--datasets", "")),
                Optional.ofNullable(values.get("--kafka")),
                values.getOrDefault("--topic", Topics.TRADES),
                values.getOrDefault("--news-topic", Topics.NEWS),
                json);
    }

    boolean proves(String dataset) {
        return datasets.contains(dataset);
    }

    private static Path existing(@Nullable String directory) throws WrongUseException {
        if (directory == null) {
            throw new WrongUseException("DIR is missing");
        }
        Path path = Path.of(directory).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new WrongUseException(path + " is no directory");
        }
        return path;
    }

    private static List<String> datasets(String list) throws WrongUseException {
        if (list.isBlank()) {
            return List.of();
        }
        List<String> names = Arrays.stream(list.split(",")).map(String::strip).toList();
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw new WrongUseException(
                        "--datasets: there is no \"" + name + "\", only " + String.join(", ", KNOWN));
            }
        }
        return names;
    }
}
