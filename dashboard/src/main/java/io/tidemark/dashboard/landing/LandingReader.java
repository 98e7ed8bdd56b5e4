package io.tidemark.dashboard.landing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the consumer for its metrics, but nobody waits for it: what is told is what it said last, and it is asked again
 * when that is some seconds old.
 */
public final class LandingReader implements Supplier<LandingProgress> {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LANDED = "landing_rows_total";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Optional<HttpRequest> request;
    private final InstantSource clock;
    private LandingProgress known;
    private Instant askedAt = Instant.MIN;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture("");

    /**
     * Makes a reader that has not asked yet.
     *
     * @param metrics address of the consumer's metrics in Prometheus' text format; without one nobody is asked
     */
    public LandingReader(Optional<URI> metrics, InstantSource clock) {
        this.request = metrics.map(
                address -> HttpRequest.newBuilder(address).timeout(PATIENCE).build());
        this.clock = clock;
        this.known = metrics.isPresent() ? LandingProgress.ASKED : LandingProgress.NOT_ASKED;
    }

    @Override
    public synchronized LandingProgress get() {
        Instant now = clock.instant();
        if (request.isPresent() && asking.isDone() && !now.isBefore(askedAt.plus(PAUSE))) {
            askedAt = now;
            asking = http.sendAsync(request.get(), BodyHandlers.ofString()).whenComplete(this::take);
        }
        return known;
    }

    private void take(@Nullable HttpResponse<String> answer, @Nullable Throwable fault) {
        if (answer == null) {
            failed(fault instanceof CompletionException wrapped ? wrapped.getCause() : fault);
        } else if (answer.statusCode() != 200) {
            failed(new IOException("HTTP status " + answer.statusCode()));
        } else {
            try {
                answered(progress(answer.body()));
            } catch (RuntimeException e) {
                // Nobody looks at what the future has become.
                failed(e);
            }
        }
    }

    private synchronized void answered(List<DatasetProgress> said) {
        known = known.answered(clock.instant(), said);
    }

    private synchronized void failed(@Nullable Throwable fault) {
        String message = fault == null ? null : fault.getMessage();
        known = known.failed(message == null ? "no answer" : message);
    }

    /** What the metrics say, by dataset. */
    static List<DatasetProgress> progress(String metrics) {
        MetricSums sums = new MetricSums(metrics, "dataset");
        List<DatasetProgress> datasets = new ArrayList<>();
        for (String dataset : sums.values(LANDED)) {
            datasets.add(new DatasetProgress(
                    dataset,
                    sums.of(LANDED, dataset),
                    sums.of("landing_lag_records", dataset),
                    sums.of("landing_quarantined_total", dataset),
                    sums.of("landing_gap_offsets_total", dataset)));
        }
        return datasets;
    }
}
