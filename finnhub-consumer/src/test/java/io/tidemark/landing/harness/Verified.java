package io.tidemark.landing.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.landing.verify.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What {@code verify} said.
 *
 * @param exitCode 0 when proven
 * @param output all of it
 */
public record Verified(int exitCode, String output) {

    /** Runs it. */
    public static Verified run(Path landing, String... options) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] arguments =
                Stream.concat(Stream.of(landing.toString()), Stream.of(options)).toArray(String[]::new);
        int exitCode = VerifyCommand.run(arguments, out, out);
        return new Verified(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Runs it against the broker for the trades, and for the news if there are any. */
    public static Verified run(Path landing, NumberedTopic trades) {
        return run(landing, "--kafka=" + trades.bootstrapServers(), "--topic=" + trades.name());
    }

    /** Runs it against the broker for both, which both must have landed. */
    public static Verified run(Path landing, NumberedTopic trades, NumberedTopic news) {
        return run(
                landing,
                "--datasets=trades,news",
                "--kafka=" + trades.bootstrapServers(),
                "--topic=" + trades.name(),
                "--news-topic=" + news.name());
    }

    /** Returns the output, after the directory was proven. */
    public String requireProven() {
        assertThat(exitCode).as(output).isZero();
        return output;
    }
}
