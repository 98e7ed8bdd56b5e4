package io.tidemark.servicekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.servicekit.health.ComponentHealth;
import io.tidemark.servicekit.health.HealthChecks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPortTest {
    private final HealthChecks health = new HealthChecks();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpPort http;

    HttpPortTest() throws IOException {
        http = HttpPort.bind("127.0.0.1", 0);
    }

    @BeforeEach
    void start() {
        ManagementRoutes.addTo(http, health, metrics);
        http.start();
    }

    @AfterEach
    void close() {
        http.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(http.uri().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void readiness_is_503_with_the_reason_while_a_part_is_down() throws Exception {
        health.addLiveness("loop", () -> ComponentHealth.healthy("42 rounds"));
        health.addReadiness("kafka", () -> ComponentHealth.failing("no broker answers"));

        var ready = send("GET", "/health/ready", "");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"DOWN\",\"components\":{"
                        + "\"kafka\":{\"status\":\"DOWN\",\"reason\":\"no broker answers\"},"
                        + "\"loop\":{\"status\":\"UP\",\"reason\":\"42 rounds\"}}}");
        assertThat(send("GET", "/health/live", "").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_in_prometheus_format() throws Exception {
        metrics.counter("frames.received").increment(3);

        assertThat(send("GET", "/metrics", "").body()).contains("frames_received_total 3.0");
    }

    @Test
    void a_route_sees_method_query_and_body() throws Exception {
        http.route(
                "/echo",
                request -> Response.text(
                        200, "text/plain", request.method() + " " + request.query() + " " + request.text()));

        assertThat(send("POST", "/echo?symbol=IC%20MARKETS:1", "hällo").body())
                .isEqualTo("POST symbol=IC MARKETS:1 hällo");
    }

    @Test
    void an_unknown_path_is_404_and_a_failing_route_500() throws Exception {
        http.route("/fails", request -> {
            throw new IllegalStateException("inner detail");
        });

        assertThat(send("GET", "/nothing", "").statusCode()).isEqualTo(404);
        var failed = send("GET", "/fails", "");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("inner detail");
    }

    @Test
    void a_body_over_the_limit_is_refused() throws Exception {
        http.route("/echo", request -> Response.text(200, "text/plain", "taken"));

        assertThat(send("POST", "/echo", "x".repeat(HttpPort.MAX_BODY_BYTES + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_taken_port_is_reported_in_words() {
        int taken = http.uri().getPort();

        assertThatIOException()
                .isThrownBy(() -> HttpPort.bind("127.0.0.1", taken))
                .withMessageContaining("cannot listen on 127.0.0.1:" + taken)
                .withMessageContaining("--http.port");
    }
}
