package io.tidemark.news.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.news.count.NewsCounters;
import io.tidemark.news.poll.Poller;
import io.tidemark.news.poll.SourceStatus;
import io.tidemark.news.publish.DeliveryHealth;
import io.tidemark.news.seen.SeenArticles;
import io.tidemark.servicekit.http.Request;
import io.tidemark.servicekit.http.Response;
import io.tidemark.servicekit.http.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /status}: every source with its state, the reason for it and its counts, as one JSON object. */
public final class StatusRoute implements Route {
    private final Poller poller;
    private final NewsCounters counters;
    private final SeenArticles seen;
    private final DeliveryHealth delivery;

    public StatusRoute(Poller poller, NewsCounters counters, SeenArticles seen, DeliveryHealth delivery) {
        this.poller = poller;
        this.counters = counters;
        this.seen = seen;
        this.delivery = delivery;
    }

    @Override
    public Response answer(Request request) {
        return Response.json(200, json -> {
            json.writeStartObject();
            json.writeStringField("service", "news-ingest");
            json.writeArrayFieldStart("sources");
            for (SourceStatus status : poller.status()) {
                write(json, status);
            }
            json.writeEndArray();
            json.writeNumberField("rememberedArticles", seen.size());
            json.writeObjectFieldStart("kafka");
            json.writeBooleanField("up", delivery.check().up());
            json.writeStringField("reason", delivery.check().reason());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, SourceStatus status) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", status.source());
        json.writeStringField("state", status.state().name());
        json.writeStringField("reason", status.reason());
        writeInstant(json, "lastSuccess", status.lastSuccess());
        writeInstant(json, "nextRound", status.nextRound());
        json.writeNumberField("rounds", status.rounds());
        json.writeNumberField("failures", status.failures());
        json.writeObjectFieldStart("counters");
        for (Map.Entry<String, Long> count : counters.of(status.source()).entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeInstant(JsonGenerator json, String name, @Nullable Instant instant) throws IOException {
        if (instant == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, instant.toString());
        }
    }
}
