package io.tidemark.servicekit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for people and machines that look after a service. Bound when it is made, so that a taken port is
 * known before anything else starts; answers after {@link #start()}. Each route answers its exact path only.
 */
public final class HttpPort implements AutoCloseable {
    /** Longer requests are refused with status 413. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    private HttpPort(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Takes the port.
     *
     * @param port 0 for any free one
     * @throws IOException with a message for people when the port is taken or the host is not this machine's
     */
    public static HttpPort bind(String host, int port) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (SocketException e) {
            throw new IOException(
                    "cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "): choose another by --http.port, or 0 for any free port",
                    e);
        }
        var count = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        var http = new HttpPort(server, threads);
        server.setExecutor(threads);
        server.createContext("/", http::handle);
        return http;
    }

    /** Adds or replaces the route of one exact path such as {@code /status}. */
    public void route(String path, Route route) {
        routes.put(path, route);
    }

    public void start() {
        server.start();
    }

    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean empty = response.body().length == 0;
            exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
            if (!empty) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String path = Objects.toString(uri.getPath(), "/");
        Route route = routes.get(path);
        if (route == null) {
            return Response.error(404, "no such path: " + path + "; there are " + routes.keySet());
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return Response.error(413, "a request holds at most " + MAX_BODY_BYTES + " bytes");
        }
        try {
            return route.answer(
                    new Request(exchange.getRequestMethod(), path, Objects.toString(uri.getQuery(), ""), body));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), path, e);
            return Response.error(500, "failed, see the log of the service");
        }
    }
}
