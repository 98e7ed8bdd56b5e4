package io.tidemark.news.fetch;

import io.tidemark.servicekit.config.SecretValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one request: bounded in time from the first byte to the last, and in size after decompression. With a
 * key it follows no redirect, because the key would go along to wherever that leads.
 */
public final class HttpFetcher {
    private static final String TOKEN_HEADER = "X-Finnhub-Token";
    /** What is kept of a body that is too long. */
    private static final int KEPT_OF_LONG_BODIES = 64 * 1024;

    private final OkHttpClient client;
    private final InstantSource clock;
    private final FetchLimits limits;
    private final @Nullable SecretValue token;

    /**
     * Makes a fetcher.
     *
     * @param token sent with every request when given
     */
    public HttpFetcher(OkHttpClient client, InstantSource clock, FetchLimits limits, @Nullable SecretValue token) {
        this.client = client.newBuilder()
                .callTimeout(limits.timeout())
                .followRedirects(token == null)
                .build();
        this.clock = clock;
        this.limits = limits;
        this.token = token;
    }

    public FetchOutcome fetch(FetchRequest request) {
        try (Response response = client.newCall(toHttp(request)).execute()) {
            return outcome(response);
        } catch (IOException e) {
            return new FetchOutcome.Unavailable(inWords(e));
        }
    }

    private Request toHttp(FetchRequest request) {
        var http = new Request.Builder().url(request.url()).header("User-Agent", limits.userAgent());
        if (token != null) {
            http.header(TOKEN_HEADER, token.reveal());
        }
        if (!request.validators().etag().isEmpty()) {
            http.header("If-None-Match", request.validators().etag());
        }
        if (!request.validators().lastModified().isEmpty()) {
            http.header("If-Modified-Since", request.validators().lastModified());
        }
        return http.build();
    }

    private FetchOutcome outcome(Response response) throws IOException {
        int status = response.code();
        String retryAfter = Objects.toString(response.header("Retry-After"), "");
        if (status == 200) {
            return body(response);
        }
        if (status == 304) {
            return new FetchOutcome.NotModified();
        }
        if (status == 429 || (status == 503 && !retryAfter.isEmpty())) {
            return new FetchOutcome.RateLimited(notBefore(retryAfter), "HTTP " + status + ", asked to wait");
        }
        if (status >= 500 || status == 408) {
            return new FetchOutcome.Unavailable("HTTP " + status);
        }
        boolean key = token != null && (status == 401 || status == 403);
        return new FetchOutcome.Rejected("HTTP " + status + (key ? ": the key is refused" : ""), key);
    }

    private FetchOutcome body(Response response) throws IOException {
        ResponseBody body = response.body();
        BufferedSource source = body.source();
        if (source.request(limits.maxBody() + 1)) {
            return new FetchOutcome.TooLarge(
                    source.readByteArray(Math.min(KEPT_OF_LONG_BODIES, limits.maxBody())), limits.maxBody());
        }
        return new FetchOutcome.Body(
                source.readByteArray(),
                Objects.toString(response.header("Content-Type"), ""),
                Validators.ofHeaders(response.header("ETag"), response.header("Last-Modified")));
    }

    /** As the server asks, or the next full minute; never further away than the limit. */
    private Instant notBefore(String retryAfter) {
        Instant now = clock.instant();
        Instant nextMinute = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        Instant wanted = RetryAfter.parse(retryAfter, now).orElse(nextMinute);
        Instant latest = now.plus(limits.maxRetryAfter());
        return wanted.isAfter(latest) ? latest : wanted;
    }

    private static String inWords(IOException e) {
        String message = Objects.toString(e.getMessage(), "").replaceAll("\\s+", " ");
        return message.equals("timeout")
                ? "no complete answer in time"
                : e.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
