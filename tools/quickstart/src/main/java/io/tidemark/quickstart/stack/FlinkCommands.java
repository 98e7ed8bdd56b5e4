package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.Command;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Flink job's command lines. */
final class FlinkCommands {
    private static final String JOB = "io.tidemark.speed.SpeedLayerJob";

    private final StackOptions options;
    private final Passwords passwords;
    private final Path module;

    FlinkCommands(StackOptions options, Passwords passwords) {
        this.options = options;
        this.passwords = passwords;
        this.module = options.project().root().resolve("flink-speed-layer/target");
    }

    /** Job manager, task manager and job in one process. */
    Command inOneProcess() {
        return new Command(
                "flink-speed-layer",
                "Kafka -> Flink -> live bars, news and alerts in the database",
                java(List.of("-Xmx512m"), Optional.of(module.resolve("flink-speed-layer.jar")), List.of(JOB)),
                jobSettings());
    }

    /** A job manager without a job. */
    Command jobManager() {
        return new Command(
                "flink-jobmanager",
                "Flink's job manager",
                java(
                        List.of("-Xmx256m"),
                        Optional.empty(),
                        List.of(
                                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                                "--configDir",
                                conf(),
                                "-Djobmanager.rpc.port=" + options.ports().flinkRpc(),
                                "-Drest.port=" + options.ports().flink())),
                Map.of());
    }

    /** A task manager. */
    Command taskManager() {
        return new Command(
                "flink-taskmanager",
                "Flink's task manager",
                java(
                        List.of("-Xmx384m", "-XX:MaxDirectMemorySize=128m"),
                        Optional.empty(),
                        List.of(
                                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                                "--configDir",
                                conf(),
                                "-Djobmanager.rpc.port=" + options.ports().flinkRpc())),
                Map.of());
    }

    /** {@code flink run}: hands the job to the job manager and ends. */
    Command submit() {
        Map<String, String> environment = new HashMap<>(jobSettings());
        environment.put("FLINK_CONF_DIR", conf());
        return new Command(
                "flink-speed-layer",
                "hands the job to the job manager",
                java(
                        List.of("-Xmx128m"),
                        Optional.empty(),
                        List.of(
                                "org.apache.flink.client.cli.CliFrontend",
                                "run",
                                "-d",
                                "-Drest.port=" + options.ports().flink(),
                                module.resolve("flink-speed-layer.jar").toString())),
                environment);
    }

    private Map<String, String> jobSettings() {
        // At the default of 250 ms a trade of a busy minute waits up to that long by itself.
        return Map.of(
                "BARS_EMIT_EVERY",
                "100ms",
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + options.ports().kafka(),
                "DATABASE_URL",
                options.jdbcUrl(),
                "DATABASE_USER",
                "speed_writer",
                "DATABASE_PASSWORD",
                passwords.speedWriter(),
                "CHECKPOINT_DIRECTORY",
                options.checkpoints().toString(),
                "CHECKPOINT_INTERVAL",
                "2s",
                "CONDITIONS",
                options.conditions(),
                "HTTP_PORT",
                Integer.toString(options.ports().flink()));
    }

    private List<String> java(List<String> limits, Optional<Path> more, List<String> mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(options.project().java17(), "@" + conf() + "/jvm.options"));
        command.addAll(limits);
        command.addAll(List.of(
                "-Dlogback.configurationFile=" + conf() + "/logback.xml",
                // Flink unpacks its RPC there and leaves it behind.
                "-Djava.io.tmpdir=" + options.scratch(),
                "-cp",
                module.resolve("flink/lib") + "/*"
                        + more.map(jar -> File.pathSeparator + jar).orElse("")));
        command.addAll(mainAndArguments);
        return command;
    }

    private String conf() {
        return module.resolve("flink/conf").toString();
    }
}
