package io.tidemark.ingest;

import static io.tidemark.ingest.fixture.Frames.PING;
import static io.tidemark.ingest.fixture.Frames.error;
import static io.tidemark.ingest.fixture.Frames.frame;
import static io.tidemark.ingest.fixture.Frames.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.FeedGapCodec;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.ingest.fixture.FakeFeed;
import io.tidemark.ingest.fixture.IngestProcess;
import io.tidemark.ingest.fixture.TopicReader;
import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged process between a feed that misbehaves and a real broker. */
class IngestIT {
    private static final long NOW = Instant.parse("2026-11-23T14:30:00Z").toEpochMilli();

    @TempDir
    private Path directory = Path.of(".");

    private final FakeFeed feed;

    @SuppressWarnings("NullAway.Init")
    private TestBroker kafka;

    IngestIT() throws IOException {
        feed = FakeFeed.start();
    }

    @BeforeEach
    void startBroker() throws IOException {
        kafka = TestBroker.start(directory.resolve("kafka"));
    }

    @AfterEach
    void stop() {
        feed.close();
        kafka.close();
    }

    private IngestProcess start(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--finnhub.url=" + feed.uri(),
                "--finnhub.symbols=AAPL,IC MARKETS:1",
                "--finnhub.state.file=" + directory.resolve("state.json"),
                "--finnhub.state.interval=50ms",
                "--finnhub.backoff.first=100ms",
                "--kafka.bootstrap-servers=" + kafka.bootstrapServers()));
        arguments.addAll(List.of(more));
        return IngestProcess.start(directory, arguments.toArray(String[]::new));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }

    private List<Trade> trades() throws DecodeException {
        return TopicReader.events(kafka.bootstrapServers(), Topics.TRADES, new TradeCodec());
    }

    private List<FeedGap> gaps() throws DecodeException {
        return TopicReader.events(kafka.bootstrapServers(), Topics.FEED_GAPS, new FeedGapCodec());
    }

    private List<DeadLetter> deadLetters() throws DecodeException {
        return TopicReader.events(kafka.bootstrapServers(), Topics.DEAD_LETTERS, new DeadLetterCodec());
    }

    private static String subscribe(String symbol) {
        return "{\"type\":\"subscribe\",\"symbol\":\"" + symbol + "\"}";
    }

    @Test
    void what_kafka_acknowledged_survives_a_kill_and_the_gap_is_recorded() throws Exception {
        long acknowledged;
        try (var killed = start()) {
            eventually().until(() -> feed.received().size() == 2);
            feed.send(PING);
            IntStream.range(0, 200).forEach(i -> feed.send(frame("AAPL", 1 + i * 100, 100, NOW)));
            eventually().until(() -> killed.counter("tradesAcknowledged") > 1_000);
            acknowledged = killed.counter("tradesAcknowledged");
            killed.kill();
        }
        int landed = trades().size();
        assertThat(landed).isGreaterThanOrEqualTo((int) acknowledged);

        try (var next = start()) {
            eventually().until(() -> feed.received().size() == 4);
            feed.send(frame("AAPL", 1_001, 10, NOW));
            eventually().until(() -> next.counter("tradesAcknowledged") == 10);
            eventually().until(() -> next.counter("gapsAcknowledged") == 1);
            feed.send(frame("AAPL", 1, 5_000, NOW));
            eventually().until(() -> next.counter("framesReceived") == 2);
            assertThat(next.stop()).isEqualTo(143);
            assertThat(next.output())
                    .contains("tradesReceived=5010, priceUpdates=0, tradesAcknowledged=5010")
                    .contains("finnhub-ingest stopped");
        }
        assertThat(trades()).hasSize(landed + 5_010).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.symbols()).containsExactly("AAPL", "IC MARKETS:1");
            assertThat(gap.reason()).isEqualTo("ingest ended without an orderly stop");
            assertThat(gap.to()).isGreaterThan(gap.from());
        });
    }

    @Test
    void a_feed_that_fails_in_every_known_way_loses_nothing_that_it_sent() throws Exception {
        feed.refuseAll(new MockResponse.Builder().code(401).build());
        feed.pingEvery(Duration.ofMillis(200));
        try (var ingest = start(
                "--finnhub.rejected.first=300ms",
                "--finnhub.max-silence=5s",
                "--finnhub.max-frame=3MiB",
                "--finnhub.invalid-symbol.retries=200ms")) {
            assertRefusedKeyIsTold(ingest);
            feed.refuseNext(new MockResponse.Builder().code(200).body("hello").build());
            feed.refuseNoMore();
            eventually().until(() -> feed.received().size() == 2);
            assertThat(ingest.status().at("/connection/lastLoss").asText()).contains("HTTP 200 instead of 101");
            int handshakes = feed.handshakes().size();

            sendGoodAndBad();
            eventually().until(() -> ingest.counter("tradesAcknowledged") == 30_006);
            eventually().until(() -> ingest.counter("deadLettersAcknowledged") == 4);
            assertThat(ingest.counter("suspectedDuplicateFrames")).isEqualTo(2);
            assertThat(ingest.counter("priceUpdates")).isEqualTo(1);

            feed.drop();
            eventually()
                    .until(() -> feed.handshakes().size() == handshakes + 1
                            && feed.received().size() == 4);
            eventually().until(() -> ingest.counter("gapsAcknowledged") == 1);
            feed.freeze();
            eventually()
                    .until(() -> feed.handshakes().size() == handshakes + 2
                            && feed.received().size() == 6);
            eventually().until(() -> ingest.counter("gapsAcknowledged") == 2);
            assertThat(ingest.counter("reconnects")).isEqualTo(2);

            changeSymbols(ingest);
            assertThat(feed.handshakes())
                    .as("no reconnect for a change of symbols")
                    .hasSize(handshakes + 2);
            assertNoTokenIn(ingest);
            assertEveryMetricOfTheReadmeIn(ingest.send("GET", "/metrics", "").body());
        }
        assertThat(gaps())
                .extracting(FeedGap::reason)
                .satisfiesExactly(
                        dropped -> assertThat(dropped).startsWith("connection failed"),
                        silent -> assertThat(silent).isEqualTo("silent for 5 s"));
        assertThat(trades()).hasSize(30_006).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(deadLetters())
                .extracting(letter -> letter.payload().length)
                .satisfiesExactlyInAnyOrder(
                        price -> assertThat(price)
                                .isEqualTo(trade("AAPL", -1, 1, NOW).length()),
                        empty -> assertThat(empty).isZero(),
                        cut -> assertThat(cut).isEqualTo(64 * 1024),
                        malformed -> assertThat(malformed).isEqualTo(2_300_001));
    }

    @Test
    void a_record_that_kafka_refuses_for_good_ends_the_process_in_words() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TRADES, 1, (short) 1).configs(Map.of("max.message.bytes", "100"))))
                    .all()
                    .get();
        }
        try (var ingest = start()) {
            eventually().until(() -> feed.received().size() == 2);
            feed.send(frame("AAPL", 1, 1, NOW));

            assertThat(ingest.exitCode()).isEqualTo(1);
            assertThat(ingest.output())
                    .contains("fatal: Kafka did not take a record: ")
                    .contains("at the end: {framesReceived=1,")
                    .contains("1 records were not acknowledged in time");
        }
    }

    /** The feed refuses the key again and again, so that there is no hurry to see it. */
    private static void assertRefusedKeyIsTold(IngestProcess ingest) throws Exception {
        eventually()
                .until(() -> ingest.status().at("/connection/state").asText().equals("REJECTED"));
        assertThat(ingest.send("GET", "/health/live", "").statusCode()).isEqualTo(200);
        eventually().untilAsserted(() -> {
            var notReady = ingest.send("GET", "/health/ready", "");
            assertThat(notReady.statusCode()).isEqualTo(503);
            assertThat(notReady.body()).contains("REJECTED: HTTP 401: the feed refused the key");
        });
    }

    /** 30,006 trades, one of them a price update; four dead letters; one frame three times. */
    private void sendGoodAndBad() {
        String frame = frame(trade("AAPL", 1, 1, NOW), trade("AAPL", -1, 1, NOW), trade("IC MARKETS:1", 2, 0, NOW));
        feed.send(frame);
        feed.send("");
        feed.send("{" + "x".repeat(2_300_000));
        feed.send(frame("AAPL", 1, 30_000, NOW));
        feed.send("{" + "x".repeat(4 << 20));
        String duplicate = frame(trade("AAPL", 3, 1, NOW));
        IntStream.range(0, 3).forEach(i -> feed.send(duplicate));
        feed.send(frame(trade("AAPL", 4, 1, NOW)));
    }

    private void changeSymbols(IngestProcess ingest) throws Exception {
        assertThat(ingest.send("POST", "/symbols", "[\"BINANCE:BTCUSDT\"]").statusCode())
                .isEqualTo(200);
        eventually().until(() -> feed.received().contains(subscribe("BINANCE:BTCUSDT")));
        feed.send(error("Subscribing to too many symbols"));
        eventually().until(() -> ingest.send("GET", "/symbols", "").body().contains("OVER_LIMIT"));
        assertThat(ingest.send("DELETE", "/symbols", "[\"AAPL\"]").statusCode()).isEqualTo(200);
        eventually().until(() -> feed.received().contains("{\"type\":\"unsubscribe\",\"symbol\":\"AAPL\"}"));
        eventually().until(() -> !ingest.send("GET", "/symbols", "").body().contains("OVER_LIMIT"));
        long before = subscriptionsOf("IC MARKETS:1");
        feed.send(error("Invalid symbol IC MARKETS:1"));
        eventually().until(() -> subscriptionsOf("IC MARKETS:1") == before + 1);
    }

    private long subscriptionsOf(String symbol) {
        return feed.received().stream().filter(subscribe(symbol)::equals).count();
    }

    private static void assertEveryMetricOfTheReadmeIn(String metrics) throws IOException {
        var documented = Pattern.compile("`((?:ingest|jvm|process|kafka)_\\w+)\\*?`")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(documented).hasSizeGreaterThan(15).allMatch(metrics::contains);
    }

    private static void assertNoTokenIn(IngestProcess ingest) throws Exception {
        for (String path : List.of("/status", "/metrics", "/symbols", "/health/ready", "/nothing")) {
            assertThat(ingest.send("GET", path, "").body()).doesNotContain("s3cret");
        }
        assertThat(ingest.send("GET", "/metrics", "").body())
                .contains("ingest_trades_acknowledged_total 30006.0", "ingest_feed_connected 1.0", "jvm_memory_used");
        assertThat(ingest.output()).doesNotContain("s3cret");
    }
}
