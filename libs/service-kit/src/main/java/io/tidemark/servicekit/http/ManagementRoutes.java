package io.tidemark.servicekit.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.servicekit.health.ComponentHealth;
import io.tidemark.servicekit.health.HealthChecks;
import io.tidemark.servicekit.health.HealthReport;
import java.io.IOException;
import java.util.Map;

/** The routes that every service has: {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class ManagementRoutes {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private ManagementRoutes() {}

    public static void addTo(HttpPort http, HealthChecks health, PrometheusMeterRegistry metrics) {
        http.route("/health/live", request -> answer(health.live()));
        http.route("/health/ready", request -> answer(health.ready()));
        http.route("/metrics", request -> Response.text(200, PROMETHEUS_TEXT, metrics.scrape()));
    }

    private static Response answer(HealthReport report) {
        return Response.json(report.up() ? 200 : 503, json -> write(json, report));
    }

    private static void write(JsonGenerator json, HealthReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", word(report.up()));
        json.writeObjectFieldStart("components");
        for (Map.Entry<String, ComponentHealth> component : report.components().entrySet()) {
            json.writeObjectFieldStart(component.getKey());
            json.writeStringField("status", word(component.getValue().up()));
            if (!component.getValue().reason().isEmpty()) {
                json.writeStringField("reason", component.getValue().reason());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
