package io.tidemark.dashboard.load;

import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Many open pages, each with another symbol's chart as long as there are symbols. */
final class Crowd implements AutoCloseable {
    /** A page without news for so long has stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long BEAT_SECONDS = 60;

    private final List<PageSession> pages = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().build();
    private final ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hearts").daemon().factory());
    private volatile @Nullable Exception failedBeat;
    private long startedAt;

    /** Opens the pages, one after the other. */
    void open(String url, int count, PriceLog log) throws IOException, InterruptedException, DeploymentException {
        WebSocketContainer sockets = ContainerProvider.getWebSocketContainer();
        for (int i = 0; i < count; i++) {
            String symbol = log.symbols().get(i % log.symbols().size());
            pages.add(PageSession.open(http, sockets, URI.create(url), symbol, log));
        }
        var unused = hearts.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            for (PageSession page : pages) {
                page.beat();
            }
        } catch (IOException e) {
            failedBeat = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to count anew. */
    void reset() {
        startedAt = System.nanoTime();
        for (PageSession page : pages) {
            page.seen().reset();
            page.bars().set(0);
            page.characters().set(0);
        }
    }

    /**
     * Fails as soon as a page has stopped.
     *
     * @throws IllegalStateException which says what of which
     */
    void check() {
        if (failedBeat != null) {
            throw new IllegalStateException("a page could not say that it is open", failedBeat);
        }
        for (PageSession page : pages) {
            Optional<String> fault = page.fault(PATIENCE);
            if (fault.isPresent()) {
                throw new IllegalStateException(fault.get());
            }
        }
    }

    /** Delays of all pages, in microseconds. */
    Histogram delays() {
        Histogram all = SeenPrices.histogram();
        pages.forEach(page -> all.add(page.seen().delays()));
        return all;
    }

    /** Times from asking for a page to having its content. */
    List<Duration> openings() {
        return pages.stream().map(PageSession::opened).toList();
    }

    /** Messages of the server that never came to a page. */
    int missing() {
        return pages.stream().mapToInt(PageSession::missing).sum();
    }

    long compressed() {
        return pages.stream().filter(PageSession::compressed).count();
    }

    /** For people: what came to a page in a second. */
    String describe() {
        return String.format(
                Locale.ROOT,
                "%.1f new prices, %.1f more that a newer one overtook, %.1f changes of its chart's bar, %,.0f characters",
                rate(page -> page.seen().shown()),
                rate(page -> page.seen().skipped()),
                rate(page -> page.bars().get()),
                rate(page -> page.characters().get()));
    }

    private double rate(ToLongFunction<PageSession> count) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return pages.stream().mapToLong(count).sum() / seconds / pages.size();
    }

    @Override
    public void close() throws IOException {
        hearts.shutdownNow();
        for (PageSession page : pages) {
            page.close();
        }
        http.close();
    }
}
