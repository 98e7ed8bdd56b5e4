package io.tidemark.dashboard.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LandingReaderTest {
    private static final String METRICS = """
            # HELP landing_rows_total Records landed in data files
            # TYPE landing_rows_total counter
            landing_rows_total{dataset="news"} 2433.0
            landing_rows_total{dataset="trades"} 1.23456789E8
            landing_lag_records{dataset="trades",partition="0"} 40.0
            landing_lag_records{dataset="trades",partition="1"} 2.0
            landing_quarantined_total{dataset="trades"} 7.0
            landing_gap_offsets_total{dataset="news"} NaN
            jvm_threads_live_threads 12.0
            not a sample
            """;

    private volatile String said = METRICS;
    private volatile Instant now = Instant.parse("2026-11-23T15:00:00Z");
    private final InstantSource clock = () -> now;
    private final HttpServer consumer;

    LandingReaderTest() throws IOException {
        consumer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        consumer.createContext("/metrics", exchange -> {
            byte[] answer = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 503 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        consumer.start();
    }

    @AfterEach
    void stop() {
        consumer.stop(0);
    }

    private LandingReader reader() {
        return new LandingReader(
                Optional.of(
                        URI.create("http://127.0.0.1:" + consumer.getAddress().getPort() + "/metrics")),
                clock);
    }

    @Test
    void metrics_are_summed_by_dataset() {
        assertThat(LandingReader.progress(METRICS))
                .containsExactly(
                        new DatasetProgress("news", 2433, 0, 0, 0),
                        new DatasetProgress("trades", 123_456_789, 42, 7, 0));
    }

    @Test
    void without_an_address_nobody_is_asked() {
        assertThat(new LandingReader(Optional.empty(), clock).get()).isEqualTo(LandingProgress.NOT_ASKED);
    }

    @Test
    void nobody_waits_for_an_answer_and_a_fault_leaves_what_is_known() {
        LandingReader reader = reader();
        assertThat(reader.get()).isEqualTo(LandingProgress.ASKED);
        await().until(() -> !reader.get().datasets().isEmpty());
        assertThat(reader.get().readAt()).contains(now);

        said = "";
        later();
        await().until(() -> reader.get().fault().isPresent());
        assertThat(reader.get().fault()).contains("HTTP status 503");
        assertThat(reader.get().datasets()).hasSize(2);

        said = METRICS;
        Instant first = reader.get().readAt().orElseThrow();
        later();
        await().until(() -> reader.get().fault().isEmpty());
        assertThat(reader.get().readAt()).as("nothing is other than before").contains(first);
    }

    @Test
    void a_consumer_that_is_away_is_told_as_such() {
        LandingReader reader = reader();
        consumer.stop(0);

        reader.get();

        await().until(() -> reader.get().fault().isPresent());
        assertThat(reader.get().datasets()).isEmpty();
    }

    private void later() {
        now = now.plus(Duration.ofSeconds(3));
    }
}
