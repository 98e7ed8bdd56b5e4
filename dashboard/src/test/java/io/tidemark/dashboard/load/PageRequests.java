package io.tidemark.dashboard.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The requests of one browser to the dashboard, with its cookie. */
final class PageRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI server;
    private volatile String cookie = "";

    PageRequests(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** Name and value of the session's cookie; empty before the first answer. */
    String cookie() {
        return cookie;
    }

    /** Asks for a path with its query. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Sends a message of the page. */
    String post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Accept-Encoding", "gzip");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(String.format(
                    Locale.ROOT, "%s %s gave %d", request.method(), request.uri(), response.statusCode()));
        }
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        boolean zipped =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new String(zipped ? unzipped(response.body()) : response.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unzipped(byte[] body) {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer was not as it said", e);
        }
    }
}
