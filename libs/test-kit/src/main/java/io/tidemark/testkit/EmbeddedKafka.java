package io.tidemark.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (KRaft, one node) in this process, on the loopback interface. Its data stays in the directory, so
 * that a second start on the same directory and port is a broker restart.
 */
public final class EmbeddedKafka implements TestBroker {
    /** The same at every start, or the broker would refuse the directory that it formatted before. */
    private static final String CLUSTER_ID = new Uuid(0x746964656d61726bL, 1).toString();

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on a free port; topics are made on request only.
     *
     * @param directory where it keeps its log; made when absent
     * @throws IOException when it cannot be formatted or started
     */
    public static EmbeddedKafka start(Path directory) throws IOException {
        return start(directory, FreePorts.find(1).get(0));
    }

    /** Starts a broker on a given port. */
    public static EmbeddedKafka start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        int controllerPort = FreePorts.find(1).get(0);
        format(directory);
        var server = new KafkaRaftServer(
                KafkaConfig.fromProps(settings(directory, port, controllerPort), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, port);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Waits until {@link #close} is called from another thread. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws IOException {
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(1)
                    .setClusterId(CLUSTER_ID)
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IOException("could not format the broker's directory " + directory + ": " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("auto.create.topics.enable", "false"),
                // One machine, few partitions: the default sizes are for servers.
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4")));
        return settings;
    }
}
