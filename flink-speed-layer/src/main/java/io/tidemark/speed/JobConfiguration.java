package io.tidemark.speed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** Flink's own settings, by their names, which are the same in 1.20 and 2.x. */
final class JobConfiguration {
    static final String JOB_NAME = "tidemark-speed-layer";
    private static final String LOOPBACK = "127.0.0.1";

    private JobConfiguration() {}

    /** What the job needs wherever it runs. */
    static Configuration job(SpeedLayerSettings settings) {
        Configuration configuration = topology();
        configuration.addAll(Configuration.fromMap(Map.ofEntries(
                Map.entry(
                        "execution.checkpointing.dir",
                        uri(settings.checkpoints().directory())),
                Map.entry(
                        "execution.checkpointing.interval",
                        ms(settings.checkpoints().interval())),
                Map.entry("execution.buffer-timeout.interval", ms(settings.flushEvery())),
                Map.entry("execution.checkpointing.mode", "EXACTLY_ONCE"),
                Map.entry("execution.checkpointing.min-pause", "500 ms"),
                Map.entry("execution.checkpointing.timeout", "2 min"),
                // A slow database delays checkpoints; that alone is no reason to start again.
                Map.entry("execution.checkpointing.tolerable-failed-checkpoints", "10"),
                Map.entry("execution.checkpointing.num-retained", "2"),
                Map.entry("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION"),
                Map.entry("restart-strategy.type", "exponential-delay"),
                Map.entry("restart-strategy.exponential-delay.initial-backoff", "500 ms"),
                Map.entry("restart-strategy.exponential-delay.max-backoff", "10 s"),
                Map.entry("restart-strategy.exponential-delay.backoff-multiplier", "2.0"),
                Map.entry("restart-strategy.exponential-delay.jitter-factor", "0.1"),
                Map.entry("restart-strategy.exponential-delay.reset-backoff-threshold", "2 min"))));
        settings.parallelism().ifPresent(n -> configuration.setString("parallelism.default", Integer.toString(n)));
        return configuration;
    }

    /** What the topology takes for granted; tests run with it too. */
    static Configuration topology() {
        return Configuration.fromMap(Map.of(
                "pipeline.generic-types", "false",
                "pipeline.object-reuse", "true",
                "pipeline.auto-generate-uids", "false",
                "pipeline.max-parallelism", "128",
                "pipeline.auto-watermark-interval", "100 ms",
                "execution.buffer-timeout.interval", "5 ms",
                "state.backend.type", "hashmap"));
    }

    /**
     * What a cluster has of its own and a run in this process needs: nothing listens but on the loopback interface.
     *
     * @param newest the checkpoint to go on from
     */
    static Configuration local(SpeedLayerSettings settings, Optional<Path> newest) {
        Map<String, String> entries = new HashMap<>(Map.of(
                "parallelism.default", Integer.toString(settings.parallelism().orElse(1)),
                "jobmanager.bind-host", LOOPBACK,
                "taskmanager.bind-host", LOOPBACK,
                "rest.address", LOOPBACK,
                "rest.bind-address", LOOPBACK,
                "rest.port", Integer.toString(settings.httpPort()),
                "rest.bind-port", Integer.toString(settings.httpPort())));
        newest.ifPresent(path -> {
            entries.put("execution.state-recovery.path", path.toUri().toString());
            // The new job owns it: it is deleted when a newer one has taken its place.
            entries.put("execution.state-recovery.claim-mode", "CLAIM");
            // What a checkpoint knows of news has nowhere to go when news is switched off.
            entries.put(
                    "execution.state-recovery.ignore-unclaimed-state",
                    Boolean.toString(!settings.news().enabled()));
        });
        return Configuration.fromMap(entries);
    }

    private static String uri(String directory) {
        return directory.contains("://")
                ? directory
                : Path.of(directory).toAbsolutePath().toUri().toString();
    }

    private static String ms(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
