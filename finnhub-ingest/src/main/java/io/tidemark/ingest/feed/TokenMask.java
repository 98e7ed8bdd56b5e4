package io.tidemark.ingest.feed;

import io.tidemark.servicekit.config.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Takes the key out of texts that others made. The key travels in the address of the connection, and an address gets
 * into the messages of exceptions; every such text passes through here before it is logged, shown or stored.
 */
public final class TokenMask {
    private final String token;
    private final String encoded;

    public TokenMask(SecretValue token) {
        this.token = token.reveal();
        this.encoded = URLEncoder.encode(this.token, StandardCharsets.UTF_8);
    }

    /** The text with the key masked, plain and URL-encoded. */
    public String clean(String text) {
        return text.replace(token, SecretValue.MASK).replace(encoded, SecretValue.MASK);
    }
}
