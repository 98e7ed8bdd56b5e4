package io.tidemark.ingest.feed;

import io.tidemark.servicekit.config.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the key out of texts that others made. The key travels in the address of the connection, and an address gets
 * into the messages of exceptions; every such text passes through here before it is logged, shown or stored.
 */
public final class TokenMask {
    /** Shorter ones are no secrets but names for tests, and would blot out innocent words. */
    private static final int SHORTEST_SECRET = 6;

    private static final Pattern QUERY = Pattern.compile("(?i)(token=)[^&\\s\"]+");

    private final String token;
    private final String encoded;

    public TokenMask(SecretValue token) {
        this.token = token.reveal();
        this.encoded = URLEncoder.encode(this.token, StandardCharsets.UTF_8);
    }

    /** The text with the key masked, plain and URL-encoded, and with every other token in an address too. */
    public String clean(String text) {
        String clean = QUERY.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(SecretValue.MASK));
        if (token.length() >= SHORTEST_SECRET) {
            clean = clean.replace(token, SecretValue.MASK).replace(encoded, SecretValue.MASK);
        }
        return clean;
    }
}
