package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault, as a client meets it, with a recording so that what is injected can be told from what is true. */
final class FaultsTest {

    private static final int TRADES = 4_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    private List<String> lines = List.of();

    @BeforeEach
    void record() throws Exception {
        lines = RecordingFiles.lines(TRADES);
        file = RecordingFiles.write(folder.resolve("day.csv"), lines);
    }

    private TestSimulator start(String faults) {
        return TestSimulator.start("--recording=" + file, "--speed=max", "--faults=" + faults.replace('\'', '"'));
    }

    private static FeedClient play(TestSimulator simulator) throws Exception {
        FeedClient client = simulator.connect().subscribe(RecordingFiles.SYMBOLS);
        Eventually.until(simulator::isFinished);
        return client;
    }

    @Test
    void duplicates_are_whole_frames_again_and_are_counted_apart() throws Exception {
        try (TestSimulator simulator = start("{'duplicate': {'probability': 1, 'count': 2, 'copies': 3}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES + 4 * 200);

            assertThat(client.texts().subList(0, 3)).containsOnly(client.texts().get(0));
            assertThat(client.texts().subList(3, 6)).containsOnly(client.texts().get(3));
            assertThat(simulator.report().totals().duplicateFrames()).isEqualTo(4);
            assertThat(simulator.report().totals().duplicateTrades()).isEqualTo(4 * 200);
            assertThat(simulator.sent()).isEqualTo(TRADES);
        }
    }

    @Test
    void reordered_trades_fall_back_in_time_by_at_most_the_given_ms_and_none_is_lost() throws Exception {
        try (TestSimulator simulator = start("{'reorder': {'probability': 0.2, 'maxMs': 260}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES);

            List<Long> times = client.trades().stream()
                    .map(trade -> trade.path("t").asLong())
                    .toList();
            assertThat(largestFall(times)).isBetween(1L, 260L);
            assertThat(ReceivedTrades.csv(client.trades()))
                    .containsExactlyInAnyOrderElementsOf(ReceivedTrades.normalized(lines));
            assertThat(simulator.injected("reorder")).isBetween(TRADES / 10L, TRADES / 3L);
        }
    }

    private static long largestFall(List<Long> times) {
        long newest = Long.MIN_VALUE;
        long fall = 0;
        for (long time : times) {
            newest = Math.max(newest, time);
            fall = Math.max(fall, newest - time);
        }
        return fall;
    }

    @Test
    void late_trades_come_long_after_their_time_and_none_is_lost() throws Exception {
        try (TestSimulator simulator = start("{'late': {'probability': 0.01, 'maxMs': 60000}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES);

            List<Long> times = client.trades().stream()
                    .map(trade -> trade.path("t").asLong())
                    .toList();
            assertThat(largestFall(times)).isBetween(10_000L, 61_000L);
            assertThat(ReceivedTrades.csv(client.trades()))
                    .containsExactlyInAnyOrderElementsOf(ReceivedTrades.normalized(lines));
            assertThat(simulator.injected("late")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed", "empty", "error", "huge"})
    void frames_put_in_leave_the_true_ones_alone(String fault) throws Exception {
        try (TestSimulator simulator = start("{'" + fault + "': {'count': 12}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> simulator.injected(fault) == 12);
            Eventually.until(() -> client.texts().size() == TRADES / 200 + 12);

            List<JsonNode> good = client.trades().stream()
                    .filter(trade ->
                            trade.path("p").isNumber() && trade.path("p").asDouble() != 101.5)
                    .toList();
            assertThat(ReceivedTrades.csv(good)).isEqualTo(ReceivedTrades.normalized(lines));
            assertThat(simulator.sent()).isEqualTo(TRADES);
        }
    }

    @Test
    void huge_frames_have_the_size_asked_for() throws Exception {
        try (TestSimulator simulator = start("{'huge': {'count': 1}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES);
            assertThat(client.texts().get(0).length()).isBetween(2 << 20, (2 << 20) + 100);
        }
    }

    @Test
    void bad_trades_stand_among_good_ones() throws Exception {
        try (TestSimulator simulator = start("{'badTrade': {'count': 9}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES + 9);
            assertThat(simulator.injected("badTrade")).isEqualTo(9);
            assertThat(simulator.sent()).isEqualTo(TRADES);
        }
    }

    @Test
    void trades_from_the_future_are_a_day_ahead() throws Exception {
        try (TestSimulator simulator = start("{'futureTrade': {'count': 1}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES + 1);
            long last = client.trades().get(199).path("t").asLong();
            assertThat(client.trades().get(200).path("t").asLong()).isEqualTo(last + 86_400_000);
        }
    }

    @Test
    void unknown_fields_do_not_change_what_is_known() throws Exception {
        try (TestSimulator simulator = start("{'unknownFields': {'count': 3}}");
                FeedClient client = play(simulator)) {
            Eventually.until(() -> client.tradeCount() == TRADES);
            assertThat(client.trades().stream().filter(trade -> trade.has("x"))).hasSize(600);
            assertThat(ReceivedTrades.csv(client.trades())).isEqualTo(ReceivedTrades.normalized(lines));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 429, 503})
    void handshakes_fail_as_often_as_asked(int status) throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--fail-handshakes=" + status + ":2", "--ping-every=50ms")) {
            assertThat(ProtocolTest.handshakeStatus(simulator, "key")).isEqualTo(status);
            assertThat(ProtocolTest.handshakeStatus(simulator, "key")).isEqualTo(status);
            try (FeedClient client = simulator.connect()) {
                Eventually.until(() -> !client.texts().isEmpty());
            }
            assertThat(simulator.injected("handshake")).isEqualTo(2);
        }
    }

    @Test
    void a_silent_connection_is_open_and_gets_nothing_not_even_pings() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=300", "--ping-every=50ms");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL");
            Eventually.until(() -> client.tradeCount() > 5);
            simulator.faults("{'silenceNow': 3600}");
            long missed = simulator.report().totals().all().missed();
            Eventually.until(() -> simulator.report().totals().all().missed() > missed + 50);

            Eventually.until(() -> client.tradeCount() == simulator.sent());
            assertThat(client.isClosed()).isFalse();
            assertThat(simulator.report().connections()).isEqualTo(1);
        }
    }

    @Test
    void a_short_silence_ends_and_its_trades_are_missed() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=300");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL");
            Eventually.until(() -> client.tradeCount() > 5);
            simulator.faults("{'silenceNow': 3}");
            Eventually.until(() -> simulator.report().totals().all().missed() > 0);
            int before = client.tradeCount();
            Eventually.until(() -> client.tradeCount() > before + 20);
        }
    }

    @Test
    void a_half_open_connection_neither_closes_nor_answers_and_its_key_is_free_again() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=300");
                SocketClient stuck = new SocketClient(simulator.port(), "key")) {
            stuck.subscribe("AAPL").readTrades(5);
            simulator.faults("{'halfOpenNow': true}");
            assertThat(simulator.report().connections()).isZero();
            try (FeedClient next = simulator.connect()) {
                next.subscribe("AAPL");
                Eventually.until(() -> next.tradeCount() > 50);
                assertThat(next.isClosed()).isFalse();
            }
            assertThat(stuck.isSilent(500)).isTrue();
        }
    }

    @Test
    void a_reset_connection_ends_at_once() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=300");
                FeedClient client = simulator.connect()) {
            Eventually.until(() -> simulator.report().connections() == 1);
            simulator.faults("{'resetNow': true}");
            Eventually.until(client::isClosed);
            assertThat(simulator.injected("reset")).isEqualTo(1);
        }
    }

    @Test
    void drops_repeat_until_the_faults_are_taken_away() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--drop-every=100ms")) {
            for (int i = 0; i < 3; i++) {
                try (SocketClient client = new SocketClient(simulator.port(), "key")) {
                    assertThat(client.readTrades(1)).isEmpty();
                }
            }
            assertThat(simulator.injected("drop")).isGreaterThanOrEqualTo(3);
            assertThat(simulator.admin("DELETE", "/admin/faults", "").statusCode())
                    .isEqualTo(200);
            try (SocketClient client = new SocketClient(simulator.port(), "key")) {
                assertThat(client.isSilent(500)).isTrue();
            }
        }
    }

    @Test
    void symbols_can_be_invalid_for_a_while() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--invalid-symbols=AAPL");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL");
            Eventually.until(() -> !client.frames("error").isEmpty());
            simulator.faults("{'invalidSymbols': null}");
            client.subscribe("AAPL");
            Eventually.until(() -> client.tradeCount() > 0);
        }
    }

    @Test
    void faults_are_shown_merged_and_taken_away() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--late=0.25", "--late-max=5m")) {
            simulator.faults("{'empty': {'probability': 0.5}, 'silence': {'everySeconds': 900}}");
            JsonNode shown = simulator.adminJson("/admin/faults");
            assertThat(shown.path("late").path("maxMs").asLong()).isEqualTo(300_000);
            assertThat(shown.path("empty").path("probability").asDouble()).isEqualTo(0.5);
            assertThat(shown.path("silence").path("seconds").asDouble()).isEqualTo(30);

            simulator.admin("DELETE", "/admin/faults", "");
            JsonNode left = simulator.adminJson("/admin/faults");
            assertThat(left.propertyStream()).singleElement().matches(field -> field.getKey()
                    .equals("struck"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{'duplicat': {}}",
                "{'duplicate': {'probability': 2}}",
                "{'duplicate': {'copies': 1}}",
                "{'huge': {'bytes': -1}}",
                "{'silenceNow': -3}",
                "{'dropNow': true, 'late': {'nope': 1}}"
            })
    void a_wrong_order_is_refused_as_a_whole(String order) throws Exception {
        try (TestSimulator simulator = TestSimulator.start();
                FeedClient client = simulator.connect()) {
            Eventually.until(() -> simulator.report().connections() == 1);
            HttpResponse<String> answer = simulator.admin("POST", "/admin/faults", order.replace('\'', '"'));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("error");
            assertThat(client.isClosed()).isFalse();
            assertThat(simulator.report().connections()).isEqualTo(1);
        }
    }
}
