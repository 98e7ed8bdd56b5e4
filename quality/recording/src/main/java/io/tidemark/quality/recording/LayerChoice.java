package io.tidemark.quality.recording;

import io.tidemark.quickstart.stack.Feed;
import java.util.List;

/** Which way the recording takes, and how its feed behaves meanwhile. */
enum LayerChoice {
    /** Landing, Spark, serving. */
    BATCH,

    /** Flink, serving. */
    SPEED,

    /** Both, with the boundary in the middle of the day. */
    SERVED,

    /** Both, and some trades come up to 40 minutes late. */
    LATE;

    /** Slow enough for a day to last longer than the restarts of three task managers. */
    private static final String CHAOS_PACE = "600";

    private static final String CHAOS = "{\"reorder\": {\"probability\": 0.1, \"maxMs\": 5000},"
            + " \"duplicate\": {\"probability\": 0.1, \"copies\": 3}}";
    private static final String LATE_TRADES = "{\"late\": {\"probability\": 0.01, \"maxMs\": 2400000}}";

    /** Modules that must be built, beside those of every way. */
    List<String> modules() {
        return switch (this) {
            case BATCH -> List.of("finnhub-consumer", "spark-batch");
            case SPEED -> List.of("flink-speed-layer");
            case SERVED, LATE -> List.of("flink-speed-layer", "finnhub-consumer", "spark-batch");
        };
    }

    Feed feed(Recording recording, boolean chaos) {
        Feed plain = Feed.recording(recording.file(), recording.symbols(), chaos ? CHAOS_PACE : "max");
        if (chaos) {
            return plain.disturbed(CHAOS, true);
        }
        return this == LATE ? plain.disturbed(LATE_TRADES, false) : plain;
    }
}
