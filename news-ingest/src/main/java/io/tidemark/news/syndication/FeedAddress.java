package io.tidemark.news.syndication;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A feed as people write it in the settings: {@code https://...}, or {@code name=https://...}.
 *
 * @param name for people and metrics; the host when none is given
 */
public record FeedAddress(String name, HttpUrl url) {

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static FeedAddress parse(String text) {
        int equals = text.matches("(?i)https?://.*") ? -1 : text.indexOf('=');
        @Nullable HttpUrl url = HttpUrl.parse(text.substring(equals + 1).strip());
        if (url == null || equals == 0) {
            throw new IllegalArgumentException(
                    "expected https://HOST/... or NAME=https://HOST/..., got \"" + text + "\"");
        }
        return new FeedAddress(
                equals < 0 ? url.host() : text.substring(0, equals).strip(), url);
    }
}
