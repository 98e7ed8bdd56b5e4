package io.tidemark.quickstart.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks parts over HTTP how they are. */
public final class HttpProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /**
     * Waits until {@code url} answers 200.
     *
     * @throws PartFailed when the part ends before, or {@code patience} runs out
     */
    public void awaitReady(ChildProcess part, String url, Duration patience) throws PartFailed, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (get(url).isEmpty()) {
            if (!part.isAlive()) {
                throw part.failure();
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(part.command().name() + " is not ready after " + patience.toSeconds()
                        + " s. The end of its log, " + part.log() + ":\n" + part.tail());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** The body of a 200 answer, or nothing when there is none. */
    public Optional<String> get(String url) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            // Not there yet: that is what the caller wants to know.
            return Optional.empty();
        }
    }
}
