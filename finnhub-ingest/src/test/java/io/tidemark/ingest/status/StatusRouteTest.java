package io.tidemark.ingest.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.feed.BackoffPolicy;
import io.tidemark.ingest.feed.FeedConnection;
import io.tidemark.ingest.feed.FeedLoss;
import io.tidemark.ingest.feed.FeedObserver;
import io.tidemark.ingest.feed.FeedTimings;
import io.tidemark.ingest.feed.FrameListener;
import io.tidemark.ingest.fixture.FakeSockets;
import io.tidemark.ingest.fixture.ManualClock;
import io.tidemark.ingest.frame.FinnhubFrame;
import io.tidemark.ingest.gap.GapTracker;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.servicekit.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The shape that README.md documents and other programs read. */
class StatusRouteTest {
    private final ManualClock clock = new ManualClock();
    private final FakeSockets sockets = new FakeSockets();
    private final IngestCounters counters = new IngestCounters(new SimpleMeterRegistry());
    private final Backlog backlog = new Backlog(clock, 10);
    private final Subscriptions subscriptions =
            new Subscriptions(clock, new RetrySchedule(List.of(Duration.ofMinutes(5))), List.of("AAPL"));
    private final FeedErrors feedErrors = new FeedErrors(subscriptions, text -> text);
    private final List<FeedGap> gaps = new ArrayList<>();
    private final GapTracker tracker = new GapTracker(gaps::add);
    private final FeedConnection connection = new FeedConnection(
            clock,
            sockets,
            new FeedTimings(
                    new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 0),
                    new BackoffPolicy(Duration.ofSeconds(60), Duration.ofSeconds(60), 0),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(150)),
            RandomGeneratorFactory.of("L64X128MixRandom").create(1),
            new NoFrames(),
            new Tracking());
    private final StatusRoute route =
            new StatusRoute(connection, subscriptions, feedErrors, tracker, backlog, counters);

    private static final class NoFrames implements FrameListener {
        @Override
        public void onFrame(FinnhubFrame frame) {
            throw new AssertionError("no frame was sent");
        }

        @Override
        public void onBinary(byte[] bytes, String origin, long receivedAt) {
            throw new AssertionError("no frame was sent");
        }
    }

    private final class Tracking implements FeedObserver {
        @Override
        public void onConnected(Predicate<String> sender) {
            subscriptions.attach(sender);
        }

        @Override
        public void onHeard(long receivedAt) {
            tracker.heard(receivedAt);
        }

        @Override
        public void onLost(String reason) {
            tracker.lost(reason, subscriptions.active());
            subscriptions.detach();
        }
    }

    private String status() {
        return new String(
                route.answer(new Request("GET", "/status", "", new byte[0])).body(), StandardCharsets.UTF_8);
    }

    private static final String COUNTERS = "\"counters\":{\"framesReceived\":0,\"pings\":0,\"feedErrors\":0,"
            + "\"tradesReceived\":0,\"priceUpdates\":0,\"tradesAcknowledged\":7,\"deadLetters\":0,"
            + "\"deadLettersAcknowledged\":0,\"suspectedDuplicateFrames\":0,\"reconnects\":0,\"gaps\":0,"
            + "\"gapsAcknowledged\":0}}";

    @Test
    void a_connected_service_shows_everything_in_one_object() {
        connection.start();
        sockets.last().listener().onOpen();
        tracker.heard(clock.millis());
        counters.tradesAcknowledged().add(7);

        assertThat(status())
                .isEqualTo("{\"service\":\"finnhub-ingest\",\"connection\":{\"state\":\"CONNECTED\","
                        + "\"since\":\"2026-11-23T14:30:00Z\",\"id\":\""
                        + connection.status().connection()
                        + "\",\"failures\":0,\"lastLoss\":\"\",\"nextAttempt\":null,"
                        + "\"lastHeard\":\"2026-11-23T14:30:00Z\",\"lastError\":\"\"},"
                        + "\"symbols\":[{\"symbol\":\"AAPL\",\"state\":\"ACTIVE\"}],\"outage\":null,"
                        + "\"kafka\":{\"inFlight\":0,\"holdingFeedBack\":false,\"stalledMs\":0},"
                        + COUNTERS);
    }

    @Test
    void an_outage_shows_its_beginning_and_the_next_attempt() {
        connection.start();
        sockets.last().listener().onOpen();
        tracker.heard(clock.millis());
        clock.advance(Duration.ofSeconds(5));
        sockets.last().listener().onLost(new FeedLoss.Broken("closed by the feed: 1001"));

        assertThat(status())
                .contains("\"state\":\"BACKING_OFF\",\"since\":\"2026-11-23T14:30:05Z\"")
                .contains("\"failures\":1,\"lastLoss\":\"closed by the feed: 1001\"")
                .contains("\"nextAttempt\":\"2026-11-23T14:30:06Z\",\"lastHeard\":\"2026-11-23T14:30:00Z\"")
                .contains("\"state\":\"WAITING\"")
                .contains("\"outage\":{\"from\":\"2026-11-23T14:30:00Z\",\"reason\":\"closed by the feed: 1001\"}");
    }

    @Test
    void health_follows_the_connection_and_the_broker() {
        assertThat(IngestHealth.feed(connection.status(), subscriptions.all()).up())
                .isFalse();
        connection.start();
        sockets.last().listener().onOpen();
        subscriptions.onInvalid("AAPL");
        var feed = IngestHealth.feed(connection.status(), subscriptions.all());
        assertThat(feed.up()).isTrue();
        assertThat(feed.reason()).isEqualTo("refused by the feed: [AAPL INVALID]");
        assertThat(IngestHealth.kafka(backlog).up()).isTrue();
    }
}
