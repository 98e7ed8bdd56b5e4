package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.NumberedTopic;
import io.tidemark.landing.harness.NumberedTrades;
import io.tidemark.landing.harness.SharedBroker;
import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service against a real broker, without crashes. */
@ExtendWith(SharedBroker.class)
final class LandingIT {

    @Test
    void every_trade_is_landed_once_and_what_is_no_trade_is_quarantined_with_its_bytes(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        byte[] broken = "{\"no\": \"trade\"".getBytes(StandardCharsets.UTF_8);
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "basic", 3)) {
            topic.send(10_000);
            topic.send(0, broken);
            topic.send(1, null);
            topic.send(2, new byte[0]);
            topic.send(2, new byte[2 * 1024 * 1024]);
            topic.send(5_000);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                consumer.awaitLanded();
                // Told after the round that landed the last of them; lags even once a second only.
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> get(consumer, "/health/ready").contains("lands 3 partitions"));
                await().atMost(Duration.ofSeconds(30)).until(() -> get(consumer, "/metrics")
                        .contains("landing_lag_records{dataset=\"trades\",partition=\"2\"}"));
                assertThat(get(consumer, "/metrics"))
                        .contains("landing_rows_total{dataset=\"trades\"} 15000.0")
                        .contains("landing_quarantined_total{dataset=\"trades\"} 4.0")
                        .contains("landing_fenced_total{dataset=\"trades\"} 0.0")
                        .contains("landing_fsync_seconds_count");
                assertThat(consumer.terminate()).isEqualTo(143);
            }

            LandedTrades.requireProven(landing, topic);
            LandedTrades landed = LandedTrades.in(landing);
            assertThat(landed.duplicates()).isZero();
            assertThat(landed.missingOf(15_000)).isZero();
            assertThat(LandedTrades.quarantine(landing))
                    .hasSize(4)
                    .anyMatch(line -> line.contains(Base64.getEncoder().encodeToString(broken)))
                    .anyMatch(line -> line.contains("tombstone") && line.contains("\"bytes\":null"))
                    .anyMatch(line -> line.length() > 2 * 1024 * 1024);
            assertThat(LandedTrades.temporary(landing)).isEmpty();
            assertThat(Files.readString(landing.resolve("trades/_progress/trades-1.json")))
                    .contains("\"position\" : 5001")
                    .contains("\"endOffset\" : 5001");
        }
    }

    @Test
    void trades_of_any_number_of_hours_need_no_more_files_than_allowed(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path landing = directory.resolve("data");
        int hours = 300;
        var codec = new TradeCodec();
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "hours", 2)) {
            for (int i = 0; i < 2 * hours; i++) {
                Trade trade = NumberedTrades.trade(i);
                topic.send(i % 2, codec.encode(at(trade, NumberedTrades.BEGIN - (i % hours) * 3_600_000L)));
            }
            topic.flush();
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing)
                    .with("landing.max-open-files", "20")
                    .with("landing.segment.max-age", "5s")
                    .start()) {
                consumer.awaitLanded();
                consumer.terminate();
                assertThat(consumer.log())
                        .containsPattern("landed .* 1[0-9] files")
                        .doesNotContainPattern(" [3-9]\\d files");
            }
            LandedTrades.requireProven(landing, topic);
            assertThat(LandedTrades.in(landing).missingOf(2L * hours)).isZero();
        }
    }

    private static Trade at(Trade trade, long time) {
        return new Trade(
                trade.id(),
                trade.symbol(),
                trade.price(),
                trade.volume(),
                time,
                time,
                trade.conditions(),
                trade.source());
    }

    @Test
    void a_consumer_that_waits_for_its_topic_is_alive_but_not_ready(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "other", 1);
                ConsumerProcess consumer = ConsumerProcess.of(topic, directory.resolve("data"))
                        .with("kafka.topic", "not.there")
                        .start()) {
            consumer.awaitLog("Waiting for topic not.there");
            assertThat(get(consumer, "/health/live")).contains("UP");
            assertThat(get(consumer, "/health/ready")).contains("waits for the topic");
        }
    }

    static String get(ConsumerProcess consumer, String path) throws IOException, InterruptedException {
        // Logged by another thread than those that land.
        String log = consumer.awaitLog("status at http").log();
        Matcher address = Pattern.compile("status at (http://\\S+)").matcher(log);
        assertThat(address.find()).isTrue();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address.group(1) + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
