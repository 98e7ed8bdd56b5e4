package io.tidemark.quickstart.stack;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the system is set up.
 *
 * @param project the built checkout
 * @param directory where everything it writes goes
 * @param ports where its parts listen
 * @param feed what the simulator sends
 * @param segmentAge how long landing collects before it commits
 * @param conditions table of sale conditions for the bars, a built-in's name or a file
 */
public record StackOptions(
        Project project, Path directory, Ports ports, Feed feed, Duration segmentAge, String conditions) {

    /** The landing directory. */
    public Path landing() {
        return directory.resolve("finnhub-data");
    }

    /** The files of results. */
    public Path results() {
        return directory.resolve("analytics_results");
    }

    /** The speed layer's checkpoints. */
    public Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    /** For what parts unpack and do not need again. */
    public Path scratch() {
        return directory.resolve("tmp");
    }

    /** One log file a part. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** The database, for any user. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/postgres";
    }
}
