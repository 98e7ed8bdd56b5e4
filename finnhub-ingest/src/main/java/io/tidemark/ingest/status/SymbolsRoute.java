package io.tidemark.ingest.status;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.ingest.subscription.Subscription;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.servicekit.http.Request;
import io.tidemark.servicekit.http.Response;
import io.tidemark.servicekit.http.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /symbols}: GET shows the wanted symbols; PUT wants exactly those of the body, POST those too, DELETE those no
 * longer. The body is a JSON array of strings; every answer is the state after the change.
 */
public final class SymbolsRoute implements Route {
    private static final JsonFactory JSON = new JsonFactory();

    private final Subscriptions subscriptions;

    public SymbolsRoute(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Response answer(Request request) {
        try {
            switch (request.method()) {
                case "GET" -> {
                    // Only shown.
                }
                case "PUT" -> subscriptions.replace(symbols(request));
                case "POST" -> subscriptions.add(symbols(request));
                case "DELETE" -> subscriptions.remove(symbols(request));
                default -> {
                    return Response.error(405, "GET, PUT, POST or DELETE");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Response.error(400, "expected a JSON array of symbols, for example [\"AAPL\"]: " + e.getMessage());
        }
        return Response.json(200, json -> {
            json.writeStartObject();
            write(json, subscriptions.all());
            json.writeEndObject();
        });
    }

    /** Writes the field {@code symbols}. */
    static void write(JsonGenerator json, List<Subscription> all) throws IOException {
        json.writeArrayFieldStart("symbols");
        for (Subscription one : all) {
            json.writeStartObject();
            json.writeStringField("symbol", one.symbol());
            json.writeStringField("state", one.state().name());
            if (one.retryAt() != null) {
                json.writeStringField("retryAt", one.retryAt().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> symbols(Request request) throws IOException {
        var symbols = new ArrayList<String>();
        try (JsonParser json = JSON.createParser(request.body())) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no array");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() != JsonToken.VALUE_STRING) {
                    throw new IOException("an element is no string");
                }
                symbols.add(json.getText());
            }
        }
        return symbols;
    }
}
