package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.topic.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** The subcommand {@code verify}. */
public final class VerifyCommand {
    /** Each offset is landed exactly once. */
    static final int PROVEN = 0;
    /** It is not, or it could not be proven. */
    static final int NOT_PROVEN = 1;
    /** The command line is wrong. */
    static final int WRONG_USE = 2;

    private static final String USAGE = """
            verify DIR [--json] [--kafka=HOST:PORT[,...]] [--topic=NAME]

            Proves the trades of a landing directory: the manifests of each partition follow each other, the files
            are as long and have the checksums that the manifests say, their rows can be read and hold every offset
            exactly once together with the quarantine, and no other file is visible. Prints the totals per symbol
            and hour. Reads everything and changes nothing; a consumer may be at work.

              DIR      landing directory, for example finnhub-data
              --json   prints one JSON object
              --kafka  also compares topic id and end offsets with these brokers
              --topic  topic to compare with, default %s

            Exit code 0 when proven, 1 with every problem listed, 2 when the command is wrong.
            """.formatted(Topics.TRADES);

    private VerifyCommand() {}

    /** Runs the command and returns the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Optional<String> directory = Optional.empty();
        Optional<String> kafka = Optional.empty();
        String topic = Topics.TRADES;
        boolean json = false;
        for (String argument : arguments) {
            if (argument.equals("--help")) {
                out.print(USAGE);
                return PROVEN;
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("--kafka=")) {
                kafka = Optional.of(argument.substring("--kafka=".length()));
            } else if (argument.startsWith("--topic=")) {
                topic = argument.substring("--topic=".length());
            } else if (!argument.startsWith("--") && directory.isEmpty()) {
                directory = Optional.of(argument);
            } else {
                return wrongUse("unexpected argument " + argument, err);
            }
        }
        if (directory.isEmpty()) {
            return wrongUse("DIR is missing", err);
        }
        Path path = Path.of(directory.get()).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            return wrongUse(path + " is no directory", err);
        }
        return prove(path, kafka, topic, json, out, err);
    }

    private static int prove(
            Path directory, Optional<String> kafka, String topic, boolean json, PrintStream out, PrintStream err) {
        try {
            VerifyReport report = new LandingProof(LandingLayout.trades(directory)).prove(kafka, topic);
            if (json) {
                out.println(ReportJson.of(report));
            } else {
                ReportText.print(report, out);
            }
            return report.proven() ? PROVEN : NOT_PROVEN;
        } catch (IOException e) {
            err.println("verify: " + directory + " cannot be read: " + e);
        } catch (KafkaException e) {
            err.println("verify: Kafka does not answer: " + e.getMessage());
        }
        return NOT_PROVEN;
    }

    private static int wrongUse(String problem, PrintStream err) {
        err.println("verify: " + problem);
        err.println(USAGE);
        return WRONG_USE;
    }
}
