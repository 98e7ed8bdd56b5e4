package io.tidemark.ingest;

import static io.tidemark.ingest.fixture.Frames.PING;
import static io.tidemark.ingest.fixture.Frames.frame;
import static io.tidemark.ingest.fixture.Frames.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.FeedGapCodec;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.ingest.fixture.FakeFeed;
import io.tidemark.ingest.fixture.IngestProcess;
import io.tidemark.ingest.fixture.TopicReader;
import io.tidemark.testkit.EmbeddedKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged process between a feed and a real broker. */
class IngestIT {
    private static final long NOW = Instant.parse("2026-11-23T14:30:00Z").toEpochMilli();

    @TempDir
    private Path directory = Path.of(".");

    private final FakeFeed feed;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedKafka kafka;

    IngestIT() throws IOException {
        feed = FakeFeed.start();
    }

    @BeforeEach
    void startBroker() throws IOException {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    }

    @AfterEach
    void stop() {
        feed.close();
        kafka.close();
    }

    private IngestProcess start() throws IOException {
        return IngestProcess.start(
                directory,
                "--finnhub.url=" + feed.uri(),
                "--finnhub.symbols=AAPL,IC MARKETS:1",
                "--finnhub.state.file=" + directory.resolve("state.json"),
                "--finnhub.state.interval=50ms",
                "--finnhub.backoff.first=100ms",
                "--kafka.bootstrap-servers=" + kafka.bootstrapServers());
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }

    private List<Trade> trades() throws Exception {
        return TopicReader.events(kafka.bootstrapServers(), Topics.TRADES, new TradeCodec());
    }

    private List<FeedGap> gaps() throws Exception {
        return TopicReader.events(kafka.bootstrapServers(), Topics.FEED_GAPS, new FeedGapCodec());
    }

    @Test
    void trades_reach_kafka_and_a_killed_process_leaves_a_gap_but_no_hole() throws Exception {
        try (var first = start()) {
            eventually().until(() -> feed.received().size() == 2);
            assertThat(feed.received())
                    .containsExactly(
                            "{\"type\":\"subscribe\",\"symbol\":\"AAPL\"}",
                            "{\"type\":\"subscribe\",\"symbol\":\"IC MARKETS:1\"}");
            feed.send(frame("AAPL", 1, 1_000, NOW));
            feed.send(frame(trade("IC MARKETS:1", 2, 0, NOW), trade("AAPL", -1, 1, NOW)));
            feed.send(PING);
            eventually().until(() -> first.counter("tradesAcknowledged") == 1_001);
            eventually().until(() -> first.counter("deadLettersAcknowledged") == 1);
            assertThat(first.counter("framesReceived")).isEqualTo(3);
            assertThat(first.counter("tradesReceived")).isEqualTo(1_001);
            assertThat(first.counter("priceUpdates")).isEqualTo(1);
            assertThat(first.send("GET", "/health/ready", "").statusCode()).isEqualTo(200);
            first.kill();
            assertThat(first.output()).doesNotContain(IngestProcess.TOKEN);
        }
        assertThat(trades()).hasSize(1_001).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(TopicReader.events(kafka.bootstrapServers(), Topics.DEAD_LETTERS, new DeadLetterCodec()))
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.payload(), StandardCharsets.UTF_8))
                        .isEqualTo(trade("AAPL", -1, 1, NOW)));

        try (var second = start()) {
            eventually().until(() -> feed.received().size() == 4);
            feed.send(frame("AAPL", 1_001, 10, NOW));
            eventually().until(() -> second.counter("tradesAcknowledged") == 10);
            eventually().until(() -> second.counter("gapsAcknowledged") == 1);
            assertThat(second.stop()).isEqualTo(143);
            assertThat(second.output()).contains("finnhub-ingest stopped").doesNotContain(IngestProcess.TOKEN);
        }
        assertThat(trades()).hasSize(1_011).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.symbols()).containsExactly("AAPL", "IC MARKETS:1");
            assertThat(gap.reason()).isEqualTo("ingest ended without an orderly stop");
            assertThat(gap.to()).isGreaterThan(gap.from());
        });
    }
}
