package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.tidemark.ingest.fixture.FakeFeed;
import io.tidemark.servicekit.config.SecretValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The real WebSocket client against a server that misbehaves. */
class OkHttpFeedSocketsTest {
    private static final String TOKEN = "t0p+s3cret/t0ken";
    private static final int MAX_FRAME = 1 << 20;

    private final FakeFeed feed;
    private final OkHttpFeedSockets sockets;
    private final Hearing hearing = new Hearing();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    OkHttpFeedSocketsTest() throws IOException {
        feed = FakeFeed.start();
        sockets = new OkHttpFeedSockets(feed.uri(), SecretValue.of(TOKEN), MAX_FRAME);
    }

    /** Notes what happens; may be told to take its time over the first text. */
    private static final class Hearing implements FeedSocketListener {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final List<FeedLoss> losses = new CopyOnWriteArrayList<>();
        private final AtomicReference<@Nullable CountDownLatch> hold = new AtomicReference<>();
        private volatile boolean open;

        @Override
        public void onOpen() {
            open = true;
        }

        @Override
        public void onText(String text) {
            CountDownLatch latch = hold.get();
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            texts.add(text);
        }

        @Override
        public void onBinary(byte[] bytes) {
            texts.add(bytes.length + " bytes");
        }

        @Override
        public void onLost(FeedLoss loss) {
            losses.add(loss);
        }
    }

    @BeforeEach
    void listenToTheLog() {
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void nothingWasLoggedOrToldWithTheToken() {
        root.detachAppender(log);
        root.setLevel(Level.INFO);
        sockets.close();
        feed.close();
        assertThat(log.list)
                .noneMatch(event -> leaks(event.getFormattedMessage())
                        || leaks(event.getThreadName())
                        || (event.getThrowableProxy() != null
                                && leaks(ThrowableProxyUtil.asString(event.getThrowableProxy()))));
        assertThat(hearing.losses).noneMatch(loss -> leaks(loss.toString()));
    }

    private static boolean leaks(String text) {
        return text.contains("s3cret");
    }

    private FeedSocket open() {
        var socket = sockets.open(hearing);
        await().until(() -> hearing.open && feed.connected());
        return socket;
    }

    private FeedLoss loss() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !hearing.losses.isEmpty());
        assertThat(hearing.losses).hasSize(1);
        return hearing.losses.get(0);
    }

    @Test
    void the_key_goes_into_the_address_and_messages_both_ways() {
        var socket = open();
        assertThat(feed.handshakes()).containsExactly("/?token=t0p%2Bs3cret%2Ft0ken");
        assertThat(socket.toString()).doesNotContain("s3cret");

        assertThat(socket.send("hello")).isTrue();
        feed.send("first");
        feed.send("second");

        await().until(() -> hearing.texts.size() == 2 && feed.received().size() == 1);
        assertThat(hearing.texts).containsExactly("first", "second");
        assertThat(feed.received()).containsExactly("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_key_is_told_apart(int code) {
        feed.refuseNext(new MockResponse.Builder().code(code).body("nope").build());
        sockets.open(hearing);

        assertThat(loss())
                .isEqualTo(new FeedLoss.Rejected("HTTP " + code + ": the feed refused the key (finnhub.token)"));
    }

    @Test
    void a_throttled_handshake_says_how_long_to_wait() {
        feed.refuseNext(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .build());
        sockets.open(hearing);

        assertThat(loss())
                .isEqualTo(new FeedLoss.Throttled("HTTP 429: too many connections or calls", Duration.ofSeconds(7)));
    }

    @Test
    void a_throttled_handshake_without_a_number_means_a_minute() {
        feed.refuseNext(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "Mon, 23 Nov 2026 15:00:00 GMT")
                .build());
        sockets.open(hearing);

        assertThat(loss())
                .isInstanceOfSatisfying(FeedLoss.Throttled.class, throttled -> assertThat(throttled.retryAfter())
                        .hasMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 500, 503})
    void any_other_answer_than_101_is_a_broken_connection(int code) {
        feed.refuseNext(new MockResponse.Builder()
                .code(code)
                .addHeader("Location", "http://127.0.0.1:1/")
                .body("<html/>")
                .build());
        sockets.open(hearing);

        assertThat(loss()).isEqualTo(new FeedLoss.Broken("HTTP " + code + " instead of 101 at the handshake"));
    }

    @Test
    void a_dropped_connection_is_told_once() {
        open();
        feed.drop();

        assertThat(loss().reason()).startsWith("connection failed: ");
    }

    @Test
    void a_close_by_the_feed_is_told_with_its_code_and_reason() {
        open();
        feed.closeInOrder("maintenance");

        assertThat(loss()).isEqualTo(new FeedLoss.Broken("closed by the feed: 1001 maintenance"));
    }

    @Test
    void a_reason_that_repeats_the_key_is_masked() {
        open();
        feed.closeInOrder("bad " + TOKEN);

        assertThat(loss().reason()).isEqualTo("closed by the feed: 1001 bad ********");
    }

    @Test
    void nobody_at_the_address_is_a_broken_connection() throws IOException {
        try (var nobody = new OkHttpFeedSockets(URI.create("ws://127.0.0.1:1/"), SecretValue.of(TOKEN), MAX_FRAME)) {
            nobody.open(hearing);
            assertThat(loss().reason()).startsWith("connection failed: ConnectException");
        }
    }

    @Test
    void our_own_close_ends_with_one_loss() {
        var socket = open();
        socket.close();

        assertThat(loss().reason()).startsWith("closed by the feed: 1000");
        assertThat(socket.send("too late")).isFalse();
    }

    @Test
    void a_long_frame_passes_and_an_endless_one_breaks_the_connection() {
        open();
        feed.send("x".repeat(2 * MAX_FRAME));
        feed.send("y".repeat(2 * MAX_FRAME));
        await().until(() -> hearing.texts.size() == 2);

        feed.send("z".repeat(5 * MAX_FRAME));

        assertThat(loss().reason()).isEqualTo("connection failed: IOException: a frame is longer than 4194304 bytes");
        assertThat(hearing.texts).hasSize(2);
    }

    @Test
    void a_listener_that_takes_its_time_holds_the_sender_back() {
        open();
        var latch = new CountDownLatch(1);
        hearing.hold.set(latch);
        String text = "x".repeat(64 * 1024);
        int sent = 200;
        for (int i = 0; i < sent; i++) {
            feed.send(text);
        }

        // What the kernel's buffers do not take stays with the sender.
        await().during(Duration.ofMillis(300)).until(() -> feed.queued() > 0 && hearing.texts.isEmpty());
        latch.countDown();

        await().atMost(Duration.ofSeconds(30)).until(() -> hearing.texts.size() == sent);
        assertThat(hearing.losses).isEmpty();
    }
}
