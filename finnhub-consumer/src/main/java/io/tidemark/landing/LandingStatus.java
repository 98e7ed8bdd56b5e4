package io.tidemark.landing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.landing.consume.LandingMetrics;
import io.tidemark.landing.consume.LoopState;
import io.tidemark.servicekit.http.Request;
import io.tidemark.servicekit.http.Response;
import io.tidemark.servicekit.http.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code /status}: what each dataset does and has landed since the process started, as one JSON object.
 *
 * @param directory that is landed in
 * @param kafka names topics and groups
 * @param landings of all datasets
 */
record LandingStatus(Path directory, LandingSettings.Kafka kafka, List<DatasetLanding> landings) implements Route {

    @Override
    public Response answer(Request request) {
        return Response.json(200, json -> {
            json.writeStartObject();
            json.writeStringField("service", "finnhub-consumer");
            json.writeStringField("directory", directory.toString());
            json.writeObjectFieldStart("datasets");
            for (DatasetLanding landing : landings) {
                json.writeFieldName(landing.dataset().label());
                write(json, landing);
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, DatasetLanding landing) throws IOException {
        LoopState state = landing.state();
        LandingMetrics.Counts counts = landing.counts();
        json.writeStartObject();
        json.writeStringField("topic", landing.dataset().topic(kafka));
        json.writeStringField("group", landing.dataset().group(kafka));
        json.writeStringField("state", name(state));
        json.writeNumberField("partitions", state.landing());
        json.writeNumberField("waitingPartitions", state.waiting());
        json.writeNumberField("lag", counts.lag());
        json.writeObjectFieldStart("counters");
        json.writeNumberField("rows", counts.rows());
        json.writeNumberField("quarantined", counts.quarantined());
        json.writeNumberField("segments", counts.segments());
        json.writeNumberField("bytes", counts.bytes());
        json.writeNumberField("fenced", counts.fenced());
        json.writeNumberField("gapOffsets", counts.gapOffsets());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String name(LoopState state) {
        if (!state.joined()) {
            return "WAITING_FOR_TOPIC";
        }
        return state.waiting() > 0 ? "WAITING_FOR_PARTITIONS" : "LANDING";
    }
}
