package io.tidemark.dashboard.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A consumer that tells how far it is, for pictures: a few trades wait in Kafka, no story does. */
final class ShowcaseConsumer implements AutoCloseable {
    private static final byte[] METRICS = """
            landing_rows_total{dataset="news"} 2433.0
            landing_rows_total{dataset="trades"} 359476.0
            landing_lag_records{dataset="news",partition="0"} 0.0
            landing_lag_records{dataset="trades",partition="0"} 412.0
            landing_lag_records{dataset="trades",partition="1"} 230.0
            landing_quarantined_total{dataset="trades"} 3.0
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private ShowcaseConsumer(HttpServer server) {
        this.server = server;
    }

    static ShowcaseConsumer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            exchange.sendResponseHeaders(200, METRICS.length);
            exchange.getResponseBody().write(METRICS);
            exchange.close();
        });
        server.start();
        return new ShowcaseConsumer(server);
    }

    URI metrics() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
