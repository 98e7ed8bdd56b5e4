package io.tidemark.servicekit.http;

import java.nio.charset.StandardCharsets;

/**
 * What a route is asked.
 *
 * @param method upper case, for example {@code GET}
 * @param path decoded, without query
 * @param query decoded, empty when there is none
 * @param body at most {@link HttpPort#MAX_BODY_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never kept
public record Request(String method, String path, String query, byte[] body) {

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
