package io.tidemark.speed;

import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.speed.SpeedLayerSettings.Checkpoints;
import io.tidemark.speed.SpeedLayerSettings.Database;
import io.tidemark.speed.SpeedLayerSettings.Kafka;
import io.tidemark.speed.bars.LiveBarTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line with what the environment and the settings file add, as the user gave it. */
@Command(
        name = "flink-speed-layer",
        mixinStandardHelpOptions = true,
        version = "Tidemark speed 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = true,
        description =
                "Keeps live one-minute bars, last prices, feed gaps, the pulse of news and alerts: Kafka -> Flink ->"
                        + " schema speed.",
        footer = {
            "",
            "Every setting is an option (--database.url=...), an environment variable (DATABASE_URL), or a line"
                    + " of a properties file (--config=FILE); the first of these counts.",
            "",
            "On a Flink cluster: flink run flink-speed-layer.jar ... Without one, with target/flink/lib on the class"
                    + " path: the job runs in this process and goes on from its newest checkpoint, see README.md.",
            "",
            "Exit codes: 0 the job was stopped; 1 it failed; 2 wrong settings, or no Flink."
        })
final class SpeedLayerArguments {
    private static final String PROTOCOL = "jdbc:postgresql:";
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--kafka.bootstrap-servers",
            paramLabel = "LIST",
            description = "Brokers, HOST:PORT,... Required. [KAFKA_BOOTSTRAP_SERVERS]")
    @Nullable String bootstrapServers;

    @Option(
            names = "--kafka.topic.trades",
            paramLabel = "TOPIC",
            description = "Where trades come from. Default: ${DEFAULT-VALUE}. [KAFKA_TOPIC_TRADES]")
    String topic = Topics.TRADES;

    @Option(
            names = "--kafka.topic.feed-gaps",
            paramLabel = "TOPIC",
            description = "Where feed gaps come from; it may be made later. Default: ${DEFAULT-VALUE}."
                    + " [KAFKA_TOPIC_FEED_GAPS]")
    String gapTopic = Topics.FEED_GAPS;

    @Option(
            names = "--kafka.group-id",
            paramLabel = "NAME",
            description = "Offsets are committed under it, for lag monitors only. Default: ${DEFAULT-VALUE}."
                    + " [KAFKA_GROUP_ID]")
    String groupId = "flink-speed-layer";

    @Option(
            names = "--kafka.partition-discovery",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "How often new partitions are looked for. Default: 30s. [KAFKA_PARTITION_DISCOVERY]")
    Duration partitionDiscovery = Duration.ofSeconds(30);

    @Option(
            names = "--database.url",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST:PORT/NAME. Required. [DATABASE_URL]")
    @Nullable String databaseUrl;

    @Option(
            names = "--database.user",
            paramLabel = "NAME",
            description = "Usually speed_writer. Required. [DATABASE_USER]")
    @Nullable String databaseUser;

    @Option(
            names = "--database.password",
            paramLabel = "TEXT",
            description = "Seen by everyone who lists processes: prefer the variable or the file."
                    + " Required, or the file. [DATABASE_PASSWORD]")
    @Nullable String databasePassword;

    @Option(
            names = "--database.password.file",
            paramLabel = "FILE",
            description = "File that holds it instead. [DATABASE_PASSWORD_FILE]")
    @Nullable Path databasePasswordFile;

    @Option(
            names = "--checkpoint.directory",
            paramLabel = "DIR",
            description = "Durable storage of the job's state, a path or a URI. Required. [CHECKPOINT_DIRECTORY]")
    @Nullable String checkpointDirectory;

    @Option(
            names = "--checkpoint.interval",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Time between two checkpoints. Default: 10s. [CHECKPOINT_INTERVAL]")
    Duration checkpointInterval = Duration.ofSeconds(10);

    @Option(
            names = "--conditions",
            paramLabel = "RULES",
            description = "Sale conditions, as of the batch: none, consolidated-tape, without-3-8-32 or a file."
                    + " Default: ${DEFAULT-VALUE}. [CONDITIONS]")
    String conditions = SaleConditionRules.DEFAULT;

    @Option(
            names = "--late-after",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A trade received longer than this after the end of its minute counts as late in its bar,"
                    + " as in the batch. Default: 10s. [LATE_AFTER]")
    Duration lateAfter = Duration.ofSeconds(10);

    @Option(
            names = "--trades.max-ahead",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Trades whose time lies further ahead of their receipt or of the clock are refused."
                    + " Default: 10s. [TRADES_MAX_AHEAD]")
    Duration maxAhead = Duration.ofSeconds(10);

    @Option(
            names = "--trades.out-of-orderness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "By how much a trade may come after one with a later time before its minute closes."
                    + " Default: 5s. [TRADES_OUT_OF_ORDERNESS]")
    Duration outOfOrderness = Duration.ofSeconds(5);

    @Option(
            names = "--trades.allowed-lateness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Event time for which a closed minute still takes trades; later ones are left to the batch"
                    + " and counted. Default: 10m. [TRADES_ALLOWED_LATENESS]")
    Duration allowedLateness = Duration.ofMinutes(10);

    @Option(
            names = "--trades.idleness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A partition silent for so long no longer holds the others back. Default: 15s."
                    + " [TRADES_IDLENESS]")
    Duration idleness = Duration.ofSeconds(15);

    @Option(
            names = "--trades.combine-for",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Trades are combined for so long before the shuffle. Default: 50ms. [TRADES_COMBINE_FOR]")
    Duration combineFor = Duration.ofMillis(50);

    @Option(
            names = "--bars.emit-every",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "An open bar, and a last price, is written at most so often. Default: 250ms."
                    + " [BARS_EMIT_EVERY]")
    Duration emitEvery = Duration.ofMillis(250);

    @Option(
            names = "--bars.quiet-after",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A minute that is over is closed after so long without a trade, whatever the watermark says."
                    + " Default: 10s. [BARS_QUIET_AFTER]")
    Duration quietAfter = Duration.ofSeconds(10);

    @Mixin
    AlertArguments alerts = new AlertArguments();

    @Mixin
    NewsArguments news = new NewsArguments();

    @Option(
            names = "--database.batch-for",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Rows are collected for so long and written together. Default: 20ms. [DATABASE_BATCH_FOR]")
    Duration batchFor = Duration.ofMillis(20);

    @Option(
            names = "--buffers.flush-every",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "What one task has for the next waits at most so long. Each flush costs CPU, also of an idle"
                    + " job: 20ms halves what that takes. Default: 5ms. [BUFFERS_FLUSH_EVERY]")
    Duration flushEvery = Duration.ofMillis(5);

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks of every operator. Default: what the cluster says, 1 without one. [PARALLELISM]")
    @Nullable Integer parallelism;

    @Option(
            names = "--http.port",
            paramLabel = "PORT",
            description = "Flink's REST interface on the loopback interface, when the job runs in this process:"
                    + " /jobs/overview says whether it is RUNNING. 0 takes any. Default: ${DEFAULT-VALUE}. [HTTP_PORT]")
    int httpPort = 8083;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with settings.")
    @Nullable Path config;

    /**
     * The settings.
     *
     * @throws SettingsException when anything is missing or wrong
     */
    SpeedLayerSettings settings() {
        List<String> problems = new ArrayList<>();
        var kafka = new Kafka(
                required("kafka.bootstrap-servers", bootstrapServers, problems),
                topic,
                gapTopic,
                groupId,
                partitionDiscovery);
        Database database = database(problems);
        var checkpoints =
                new Checkpoints(required("checkpoint.directory", checkpointDirectory, problems), checkpointInterval);
        SaleConditionRules rules = rules(problems);
        var bars = new LiveBarTiming(emitEvery, allowedLateness, outOfOrderness, quietAfter);
        var timing = new SpeedLayerTiming(
                idleness, combineFor, lateAfter, batchFor, bars, alerts.gaps(problems), alerts.moves(problems));
        NewsSettings newsSettings = news.settings(batchFor, problems);
        if (parallelism != null && parallelism < 1) {
            problems.add("parallelism must be 1 or more");
        }
        if (httpPort < 0 || httpPort > MAX_PORT) {
            problems.add("http.port must lie between 0 and " + MAX_PORT);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new SpeedLayerSettings(
                kafka,
                database,
                checkpoints,
                rules,
                maxAhead,
                timing,
                newsSettings,
                flushEvery,
                parallelism == null ? OptionalInt.empty() : OptionalInt.of(parallelism),
                httpPort);
    }

    private Database database(List<String> problems) {
        String url = required("database.url", databaseUrl, problems);
        if (!url.isEmpty() && !url.startsWith(PROTOCOL)) {
            problems.add("database.url must begin with " + PROTOCOL);
        }
        String user = required("database.user", databaseUser, problems);
        int known = problems.size();
        String password = Secret.read("database.password", databasePassword, databasePasswordFile, problems);
        if (password.isEmpty() && problems.size() == known) {
            problems.add("database.password is missing");
        }
        return new Database(url, user, password);
    }

    private SaleConditionRules rules(List<String> problems) {
        try {
            return SaleConditionRules.load(conditions);
        } catch (IOException e) {
            problems.add("conditions: " + e.getMessage());
            return SaleConditionRules.none();
        }
    }

    private static String required(String name, @Nullable String value, List<String> problems) {
        if (value == null || value.isBlank()) {
            problems.add(name + " is missing");
            return "";
        }
        return value;
    }
}
