package io.tidemark.simulator.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a client says over its WebSocket. */
public sealed interface ClientMessage {

    /** {@code {"type":"subscribe","symbol":"AAPL"}}. */
    record Subscribe(String symbol) implements ClientMessage {}

    /** {@code {"type":"unsubscribe","symbol":"AAPL"}}. */
    record Unsubscribe(String symbol) implements ClientMessage {}

    /** Anything else; Finnhub does not answer it. */
    record Unknown(String problem) implements ClientMessage {}

    /** Reads a text frame; never fails. */
    static ClientMessage parse(ObjectMapper json, String text) {
        JsonNode message;
        try {
            message = json.readTree(text);
        } catch (JacksonException e) {
            return new Unknown("not JSON");
        }
        String type = message.path("type").asText();
        String symbol = message.path("symbol").asText();
        return switch (type) {
            case "subscribe" -> new Subscribe(symbol);
            case "unsubscribe" -> new Unsubscribe(symbol);
            default -> new Unknown("type '" + type + "'");
        };
    }
}
