package io.tidemark.ingest.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.feed.ConnectionStatus;
import io.tidemark.ingest.feed.FeedConnection;
import io.tidemark.ingest.gap.GapTracker;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.servicekit.http.Request;
import io.tidemark.servicekit.http.Response;
import io.tidemark.servicekit.http.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** {@code /status}: connection, subscriptions, deliveries, outage and counters as one JSON object. */
public final class StatusRoute implements Route {
    private final FeedConnection connection;
    private final Subscriptions subscriptions;
    private final FeedErrors feedErrors;
    private final GapTracker gaps;
    private final Backlog backlog;
    private final IngestCounters counters;

    public StatusRoute(
            FeedConnection connection,
            Subscriptions subscriptions,
            FeedErrors feedErrors,
            GapTracker gaps,
            Backlog backlog,
            IngestCounters counters) {
        this.connection = connection;
        this.subscriptions = subscriptions;
        this.feedErrors = feedErrors;
        this.gaps = gaps;
        this.backlog = backlog;
        this.counters = counters;
    }

    @Override
    public Response answer(Request request) {
        return Response.json(200, json -> {
            json.writeStartObject();
            json.writeStringField("service", "finnhub-ingest");
            writeConnection(json);
            SymbolsRoute.write(json, subscriptions.all());
            writeOutage(json);
            writeKafka(json);
            writeCounters(json);
            json.writeEndObject();
        });
    }

    private void writeConnection(JsonGenerator json) throws IOException {
        ConnectionStatus status = connection.status();
        json.writeObjectFieldStart("connection");
        json.writeStringField("state", status.state().name());
        json.writeStringField("since", status.since().toString());
        json.writeStringField("id", status.connection());
        json.writeNumberField("failures", status.failures());
        json.writeStringField("lastLoss", status.lastLoss());
        writeInstant(
                json,
                "nextAttempt",
                status.nextAttempt() == null ? 0 : status.nextAttempt().toEpochMilli());
        writeInstant(json, "lastHeard", gaps.lastHeard());
        json.writeStringField("lastError", feedErrors.last());
        json.writeEndObject();
    }

    private void writeOutage(JsonGenerator json) throws IOException {
        json.writeFieldName("outage");
        var outage = gaps.outage();
        if (outage.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        writeInstant(json, "from", outage.get().from());
        json.writeStringField("reason", outage.get().reason());
        json.writeEndObject();
    }

    private void writeKafka(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("kafka");
        json.writeNumberField("inFlight", backlog.inFlight());
        json.writeBooleanField("holdingFeedBack", backlog.holding());
        json.writeNumberField("stalledMs", backlog.stalledFor().toMillis());
        json.writeEndObject();
    }

    private void writeCounters(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("counters");
        for (Map.Entry<String, Long> counter : counters.values().entrySet()) {
            json.writeNumberField(counter.getKey(), counter.getValue());
        }
        json.writeEndObject();
    }

    /** ISO 8601, null for zero. */
    private static void writeInstant(JsonGenerator json, String name, long epochMs) throws IOException {
        if (epochMs == 0) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, Instant.ofEpochMilli(epochMs).toString());
        }
    }
}
