package io.tidemark.ingest;

import static io.tidemark.ingest.fixture.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.ingest.fixture.BrokerProcess;
import io.tidemark.ingest.fixture.FakeFeed;
import io.tidemark.ingest.fixture.IngestProcess;
import io.tidemark.ingest.fixture.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is paused, killed and started again while trades come in. */
class BrokerFaultIT {
    private static final long NOW = Instant.parse("2026-11-23T14:30:00Z").toEpochMilli();
    private static final int MAX_IN_FLIGHT = 2_000;
    private static final int FRAMES = 600;
    private static final int TRADES_EACH = 100;

    @TempDir
    private Path directory = Path.of(".");

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }

    private static void send(FakeFeed feed) {
        IntStream.range(0, FRAMES).forEach(i -> feed.send(frame("AAPL", 1 + i * TRADES_EACH, TRADES_EACH, NOW)));
    }

    @Test
    void while_the_broker_is_away_the_feed_is_held_back_and_nothing_is_lost_or_doubled() throws Exception {
        try (var feed = FakeFeed.start();
                var broker = BrokerProcess.start(directory.resolve("kafka"))) {
            eventually().until(broker::ready);
            try (var ingest = IngestProcess.start(
                    directory,
                    "--finnhub.url=" + feed.uri(),
                    "--finnhub.symbols=AAPL",
                    "--kafka.max-in-flight=" + MAX_IN_FLIGHT,
                    "--kafka.bootstrap-servers=" + broker.bootstrapServers())) {
                eventually().until(() -> feed.received().size() == 1);
                feed.send(frame("AAPL", 1, 1, NOW));
                eventually().until(() -> ingest.counter("tradesAcknowledged") == 1);

                broker.pause();
                send(feed);
                eventually()
                        .until(() ->
                                ingest.status().at("/kafka/holdingFeedBack").asBoolean());
                // One send that takes long is called holding back, too; then there is still room.
                eventually().until(() -> ingest.status().at("/kafka/inFlight").asInt() >= MAX_IN_FLIGHT);
                assertThat(ingest.status().at("/kafka/inFlight").asInt())
                        .isLessThanOrEqualTo(MAX_IN_FLIGHT + TRADES_EACH);
                assertThat(ingest.counter("framesReceived")).isLessThan(FRAMES);
                broker.resume();
                eventually().until(() -> ingest.counter("tradesAcknowledged") == 1 + FRAMES * TRADES_EACH);

                broker.kill();
                send(feed);
                eventually()
                        .until(() ->
                                ingest.send("GET", "/health/ready", "").body().contains("no acknowledgement for"));
                assertThat(ingest.send("GET", "/health/live", "").statusCode()).isEqualTo(200);
                broker.startAgain();
                eventually().until(() -> ingest.counter("tradesAcknowledged") == 1 + 2 * FRAMES * TRADES_EACH);

                assertThat(ingest.counter("reconnects")).isZero();
                assertThat(ingest.send("GET", "/health/ready", "").statusCode()).isEqualTo(200);
            }
            assertThat(TopicReader.events(broker.bootstrapServers(), Topics.TRADES, new TradeCodec()))
                    .hasSize(1 + 2 * FRAMES * TRADES_EACH)
                    .extracting(Trade::id)
                    .doesNotHaveDuplicates();
        }
    }
}
