package io.tidemark.simulator.rest;

import java.util.Map;

/**
 * An answer of the REST API.
 *
 * @param status HTTP status
 * @param body JSON
 * @param headers further headers
 */
record RestAnswer(int status, String body, Map<String, String> headers) {

    RestAnswer {
        headers = Map.copyOf(headers);
    }

    static RestAnswer ok(String body) {
        return new RestAnswer(200, body, Map.of());
    }

    static RestAnswer error(int status, String message) {
        return new RestAnswer(status, "{\"error\":\"" + message + "\"}", Map.of());
    }

    RestAnswer with(Map<String, String> others) {
        return new RestAnswer(status, body, others);
    }
}
