package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.FakeSockets;
import io.tidemark.ingest.fixture.ManualClock;
import io.tidemark.ingest.frame.FinnhubFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FeedConnectionTest {
    private static final FeedTimings TIMINGS = new FeedTimings(
            new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 0),
            new BackoffPolicy(Duration.ofSeconds(60), Duration.ofMinutes(15), 0),
            Duration.ofSeconds(60),
            Duration.ofSeconds(150));

    private final ManualClock clock = new ManualClock();
    private final FakeSockets sockets = new FakeSockets();
    private final List<String> events = new ArrayList<>();
    private final List<FinnhubFrame> frames = new ArrayList<>();
    private final FeedConnection connection = new FeedConnection(
            clock,
            sockets,
            TIMINGS,
            RandomGeneratorFactory.of("L64X128MixRandom").create(1),
            new Frames(),
            new Observer());

    private final class Frames implements FrameListener {
        @Override
        public void onFrame(FinnhubFrame frame) {
            frames.add(frame);
        }

        @Override
        public void onBinary(byte[] bytes, String origin, long receivedAt) {
            events.add("binary " + bytes.length);
        }
    }

    private final class Observer implements FeedObserver {
        @Override
        public void onConnected(Predicate<String> sender) {
            events.add("connected");
            assertThat(sender.test("subscribe")).isTrue();
        }

        @Override
        public void onHeard(long receivedAt) {
            events.add("heard");
        }

        @Override
        public void onLost(String reason) {
            events.add("lost: " + reason);
        }
    }

    private void advance(Duration duration) {
        clock.advance(duration);
        connection.tick();
    }

    private void connect() {
        connection.start();
        sockets.last().listener().onOpen();
    }

    private void lose(String reason) {
        sockets.last().listener().onLost(new FeedLoss.Broken(reason));
    }

    private ConnectionState state() {
        return connection.status().state();
    }

    @Test
    void frames_carry_the_connection_and_their_number() {
        connect();
        sockets.last().listener().onText("a");
        sockets.last().listener().onText("b");

        assertThat(events).containsExactly("connected", "heard", "heard");
        assertThat(frames).extracting(FinnhubFrame::number).containsExactly(1L, 2L);
        assertThat(frames)
                .extracting(FinnhubFrame::connection)
                .containsOnly(connection.status().connection());
        assertThat(frames).extracting(FinnhubFrame::text).containsExactly("a", "b");
        assertThat(frames).extracting(FinnhubFrame::receivedAt).containsOnly(clock.millis());
    }

    @Test
    void every_connection_has_its_own_id() {
        connect();
        String first = connection.status().connection();
        lose("drop");
        advance(Duration.ofSeconds(1));

        assertThat(connection.status().connection()).isNotEqualTo(first);
    }

    @Test
    void a_lost_connection_is_tried_again_after_delays_that_grow() {
        connection.start();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            int attempts = sockets.attempts();
            lose("connection refused");
            assertThat(state()).isEqualTo(ConnectionState.BACKING_OFF);
            advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(sockets.attempts()).isEqualTo(attempts);
            advance(Duration.ofMillis(1));
            assertThat(sockets.attempts()).isEqualTo(attempts + 1);
            assertThat(state()).isEqualTo(ConnectionState.CONNECTING);
        }
    }

    @Test
    void a_minute_of_frames_forgets_earlier_failures() {
        connect();
        for (int i = 0; i < 6; i++) {
            lose("drop");
            advance(Duration.ofSeconds(60));
        }
        sockets.last().listener().onOpen();
        assertThat(connection.status().failures()).isEqualTo(6);
        sockets.last().listener().onText("a");
        advance(Duration.ofSeconds(59));
        sockets.last().listener().onText("b");
        connection.tick();
        assertThat(connection.status().failures()).isEqualTo(6);

        advance(Duration.ofSeconds(1));
        sockets.last().listener().onText("c");
        connection.tick();

        assertThat(connection.status().failures()).isZero();
        lose("drop");
        assertThat(connection.status().nextAttempt()).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void an_open_connection_without_frames_is_not_stable() {
        connect();
        lose("drop");
        advance(Duration.ofSeconds(1));
        sockets.last().listener().onOpen();

        advance(Duration.ofSeconds(100));

        assertThat(connection.status().failures()).isEqualTo(1);
    }

    @Test
    void silence_breaks_the_connection_and_a_late_end_of_it_is_ignored() {
        connect();
        var silent = sockets.last();
        silent.listener().onText("a");

        advance(Duration.ofSeconds(150));

        assertThat(silent.cancelled()).isTrue();
        assertThat(events).endsWith("lost: silent for 150 s");
        silent.listener().onLost(new FeedLoss.Broken("socket closed"));
        assertThat(connection.status().lastLoss()).isEqualTo("silent for 150 s");
        assertThat(connection.status().failures()).isEqualTo(1);
    }

    @Test
    void a_frame_of_a_connection_given_up_is_handled_but_is_no_sign_of_life() {
        connect();
        var silent = sockets.last();
        advance(Duration.ofSeconds(150));
        events.clear();

        silent.listener().onText("late");

        assertThat(frames).extracting(FinnhubFrame::text).containsExactly("late");
        assertThat(events).isEmpty();
    }

    @Test
    void a_half_open_handshake_that_completes_after_it_was_given_up_is_ignored() {
        connection.start();
        var first = sockets.last();
        lose("handshake timed out");

        first.listener().onOpen();

        assertThat(state()).isEqualTo(ConnectionState.BACKING_OFF);
        assertThat(events).containsExactly("lost: handshake timed out");
    }

    @Test
    void a_refused_key_is_tried_again_slowly_and_named() {
        connection.start();
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            int attempts = sockets.attempts();
            sockets.last().listener().onLost(new FeedLoss.Rejected("HTTP 401: the feed refused the key"));
            assertThat(state()).isEqualTo(ConnectionState.REJECTED);
            assertThat(connection.status().lastLoss()).isEqualTo("HTTP 401: the feed refused the key");
            advance(Duration.ofMinutes(minutes).minusMillis(1));
            assertThat(sockets.attempts()).isEqualTo(attempts);
            advance(Duration.ofMillis(1));
            assertThat(sockets.attempts()).isEqualTo(attempts + 1);
        }
    }

    @Test
    void a_throttling_feed_is_left_alone_as_long_as_it_asks() {
        connection.start();
        sockets.last().listener().onLost(new FeedLoss.Throttled("HTTP 429", Duration.ofSeconds(30)));

        assertThat(connection.status().nextAttempt()).isEqualTo(clock.instant().plusSeconds(30));
    }

    @Test
    void many_losses_in_a_row_raise_the_question_of_the_key() {
        connection.start();
        for (int i = 0; i < 5; i++) {
            lose("closed by the feed: 1000");
            advance(Duration.ofSeconds(60));
        }

        assertThat(connection.status().lastLoss())
                .isEqualTo("closed by the feed: 1000 (5 times in a row: is the key in use elsewhere?)");
        assertThat(events).containsOnly("lost: closed by the feed: 1000");
    }

    @Test
    void a_stop_closes_in_order_and_nothing_is_tried_again() throws InterruptedException {
        connect();
        var open = sockets.last();

        connection.stop(Duration.ofMillis(1));
        open.listener().onLost(new FeedLoss.Broken("closed"));
        advance(Duration.ofHours(1));
        connection.start();

        assertThat(open.closed()).isTrue();
        assertThat(open.cancelled()).as("broken after the patience ended").isTrue();
        assertThat(sockets.attempts()).isEqualTo(1);
        assertThat(state()).isEqualTo(ConnectionState.STOPPED);
        assertThat(events).containsExactly("connected");
    }

    @Test
    void binary_messages_are_handed_on_as_they_are() {
        connect();
        sockets.last().listener().onBinary(new byte[] {1, 2, 3});

        assertThat(events).containsExactly("connected", "binary 3", "heard");
    }
}
