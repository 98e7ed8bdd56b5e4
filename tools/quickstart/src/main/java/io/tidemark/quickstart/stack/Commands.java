package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.Command;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line and the environment of each part. */
final class Commands {
    private static final String FEED_TOKEN = "quickstart";

    private final StackOptions options;
    private final Passwords passwords;

    Commands(StackOptions options, Passwords passwords) {
        this.options = options;
        this.passwords = passwords;
    }

    Command kafka() {
        return new Command(
                "kafka",
                "a Kafka broker (KRaft), topics market.*",
                List.of(
                        options.project().java17(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        options.directory().resolve("kafka").toString(),
                        Integer.toString(options.ports().kafka())),
                Map.of());
    }

    Command migrate() {
        return new Command(
                "serving",
                "creates the database's schemas, roles and functions",
                jar("serving", "128m", "migrate"),
                Map.of(
                        "DATABASE_URL", options.jdbcUrl(),
                        "DATABASE_USER", "postgres",
                        // The embedded server trusts connections from this machine; the setting itself is required.
                        "DATABASE_PASSWORD", "unused",
                        "BATCH_WRITER_PASSWORD", passwords.batchWriter(),
                        "SPEED_WRITER_PASSWORD", passwords.speedWriter(),
                        "DASHBOARD_READER_PASSWORD", passwords.dashboardReader()));
    }

    Command simulator() {
        List<String> arguments = new ArrayList<>(List.of(
                "--port=" + options.ports().feed(),
                "--admin-port=" + options.ports().feedAdmin(),
                "--token=" + FEED_TOKEN));
        arguments.addAll(options.feed().simulatorArguments());
        return new Command(
                "finnhub-simulator",
                "speaks Finnhub's protocol: the trades come from here",
                jar("tools/finnhub-simulator", "256m", arguments.toArray(String[]::new)),
                Map.of());
    }

    Command ingest() {
        return new Command(
                "finnhub-ingest",
                "WebSocket -> Kafka topic market.trades.v1",
                jar("finnhub-ingest", "384m"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafkaAddress(),
                        "FINNHUB_URL",
                        "ws://127.0.0.1:" + options.ports().feed(),
                        "FINNHUB_TOKEN",
                        FEED_TOKEN,
                        "FINNHUB_SYMBOLS",
                        String.join(",", options.feed().symbols()),
                        "KAFKA_TOPIC_PARTITIONS",
                        "3",
                        "HTTP_PORT",
                        Integer.toString(options.ports().ingest()),
                        "FINNHUB_REPEATED_FRAMES",
                        options.feed().repeatsFrames() ? "divert" : "keep"));
    }

    Command newsIngest() {
        return new Command(
                "news-ingest",
                "news over REST -> Kafka topic market.news.v1",
                jar("news-ingest", "256m"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafkaAddress(),
                        "SOURCES",
                        "finnhub-news,finnhub-company-news",
                        "FINNHUB_URL",
                        "http://127.0.0.1:" + options.ports().feed() + "/api/v1",
                        "FINNHUB_TOKEN",
                        FEED_TOKEN,
                        "FINNHUB_SYMBOLS",
                        String.join(",", options.feed().symbols()),
                        // Often, for there is something to see; still within the feed's 60 calls a minute.
                        "FINNHUB_NEWS_INTERVAL",
                        "15s",
                        "FINNHUB_COMPANY_INTERVAL",
                        "30s",
                        "STATE_FILE",
                        options.directory().resolve("news-ingest-seen.jsonl").toString(),
                        "HTTP_PORT",
                        Integer.toString(options.ports().news())));
    }

    Command speedLayer() {
        return flink().inOneProcess();
    }

    Command consumer() {
        return new Command(
                "finnhub-consumer",
                "Kafka -> CSV files in " + options.landing() + ", each record exactly once",
                jar("finnhub-consumer", "384m"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafkaAddress(),
                        "LANDING_DIRECTORY",
                        options.landing().toString(),
                        "LANDING_SEGMENT_MAX_AGE",
                        options.segmentAge().toSeconds() + "s",
                        "HTTP_PORT",
                        Integer.toString(options.ports().consumer())));
    }

    /** Flink as a cluster. */
    FlinkCommands flink() {
        return new FlinkCommands(options, passwords);
    }

    Command verifyLanding() {
        return new Command(
                "finnhub-consumer-verify",
                "proves the landing directory",
                jar("finnhub-consumer", "384m", "verify", options.landing().toString(), "--json"),
                Map.of());
    }

    Command batch(List<String> arguments) {
        Path spark = options.project().root().resolve("spark-batch/target/spark");
        List<String> command =
                new ArrayList<>(List.of(options.project().java17(), "-Xmx1g", "-XX:TieredStopAtLevel=1"));
        command.addAll(SparkJvm.OPTIONS);
        command.addAll(List.of(
                "-cp",
                spark.resolve("conf") + File.pathSeparator + spark.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--class",
                "io.tidemark.batch.BatchJob",
                "--master",
                "local[2]",
                options.project().jar("spark-batch").toString(),
                "--landing=" + options.landing(),
                "--results=" + options.results(),
                "--conditions=" + options.conditions()));
        command.addAll(arguments);
        return new Command(
                "spark-batch",
                "every minute: landed files -> bars in the database and " + options.results(),
                command,
                Map.of(
                        "DATABASE_URL",
                        options.jdbcUrl(),
                        "DATABASE_USER",
                        "batch_writer",
                        "DATABASE_PASSWORD",
                        passwords.batchWriter(),
                        // Spark would listen on the machine's own address.
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
    }

    Command compaction(List<String> arguments) {
        Path spark = options.project().root().resolve("spark-batch/target/spark");
        List<String> command = new ArrayList<>(List.of(
                options.project().java17(),
                "-Xmx1g",
                "-cp",
                options.project().jar("spark-batch") + File.pathSeparator + spark.resolve("conf") + File.pathSeparator
                        + spark.resolve("jars") + "/*",
                "io.tidemark.batch.CompactJob",
                "--landing=" + options.landing()));
        command.addAll(arguments);
        return new Command("compaction", "closed dates -> Parquet beside their CSV", command, Map.of());
    }

    /** Without a login: nobody but this machine reaches it. */
    Command dashboard(String java21) {
        return new Command(
                "dashboard",
                "the page",
                List.of(
                        java21,
                        "-Xmx384m",
                        "-jar",
                        options.project().jar("dashboard").toString()),
                Map.of(
                        "DATABASE_URL",
                        options.jdbcUrl(),
                        "DATABASE_USER",
                        "dashboard_reader",
                        "DATABASE_PASSWORD",
                        passwords.dashboardReader(),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "LOGIN_MODE",
                        "open",
                        "LANDING_METRICS",
                        "http://127.0.0.1:" + options.ports().consumer() + "/metrics",
                        "SERVER_PORT",
                        Integer.toString(options.ports().dashboard())));
    }

    private String kafkaAddress() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    private List<String> jar(String module, String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                options.project().java17(),
                "-Xmx" + heap,
                "-jar",
                options.project().jar(module).toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
