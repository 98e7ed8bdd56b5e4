package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each part listens on the loopback interface.
 *
 * @param kafka broker
 * @param database PostgreSQL
 * @param feed simulator, as Finnhub
 * @param feedAdmin simulator, its admin API
 * @param ingest management port of finnhub-ingest
 * @param consumer management port of finnhub-consumer
 * @param news management port of news-ingest
 * @param flink Flink's REST interface and page
 * @param flinkRpc Flink's job manager, when it is a process of its own
 * @param dashboard the page
 */
public record Ports(
        int kafka,
        int database,
        int feed,
        int feedAdmin,
        int ingest,
        int consumer,
        int news,
        int flink,
        int flinkRpc,
        int dashboard) {

    /** The demo's fixed ports. */
    public static final Ports DEMO = new Ports(19092, 15432, 18090, 18091, 18081, 18082, 18083, 18084, 18085, 8080);

    /** Ports that are free now. */
    public static Ports free() throws IOException {
        Iterator<Integer> free = FreePorts.find(10).iterator();
        return new Ports(
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next());
    }

    /** The same ports with another one for the page. */
    public Ports withDashboard(int port) {
        return new Ports(kafka, database, feed, feedAdmin, ingest, consumer, news, flink, flinkRpc, port);
    }

    /**
     * Checks that nobody listens on any of them.
     *
     * @throws PartFailed naming every taken port and the part it is for
     */
    public void requireFree() throws PartFailed {
        List<String> taken = new ArrayList<>();
        byName().forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException e) {
                taken.add(port + " (" + name + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new PartFailed("Taken by another program: port " + String.join(", ", taken)
                    + ". Stop it, or use --free-ports (or --port for the dashboard's).");
        }
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("Kafka", kafka);
        ports.put("PostgreSQL", database);
        ports.put("simulator", feed);
        ports.put("simulator's admin API", feedAdmin);
        ports.put("finnhub-ingest", ingest);
        ports.put("finnhub-consumer", consumer);
        ports.put("news-ingest", news);
        ports.put("Flink", flink);
        ports.put("Flink's job manager", flinkRpc);
        ports.put("dashboard", dashboard);
        return ports;
    }
}
