package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
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
 * @param dashboard the page
 */
public record Ports(int kafka, int database, int feed, int feedAdmin, int ingest, int consumer, int dashboard) {

    /** The demo's fixed ports. */
    public static final Ports DEMO = new Ports(19092, 15432, 18090, 18091, 18081, 18082, 8080);

    /** Ports that are free now. */
    public static Ports free() throws IOException {
        List<Integer> free = FreePorts.find(7);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5), free.get(6));
    }

    /** The same ports with another one for the page. */
    public Ports withDashboard(int port) {
        return new Ports(kafka, database, feed, feedAdmin, ingest, consumer, port);
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
        ports.put("dashboard", dashboard);
        return ports;
    }
}
