package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording at a pace of its own: who is away misses what happens. */
final class PacedRecordingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_recording_can_be_played_at_many_times_its_pace() throws Exception {
        List<String> lines = RecordingFiles.lines(2_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=100x");
                FeedClient client = simulator.connect()) {
            client.subscribe(RecordingFiles.SYMBOLS);
            Eventually.until(simulator::isFinished);
            Eventually.until(() -> client.tradeCount() == 2_000);

            assertThat(ReceivedTrades.csv(client.trades())).isEqualTo(ReceivedTrades.normalized(lines));
            assertThat(client.texts().size()).isGreaterThan(10);
        }
    }

    @Test
    void shifted_times_begin_now_and_keep_their_distances() throws Exception {
        List<String> lines = RecordingFiles.lines(500);
        Path file = RecordingFiles.write(folder.resolve("day.csv"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max", "--times=shifted");
                FeedClient client = simulator.connect()) {
            long before = System.currentTimeMillis();
            client.subscribe(RecordingFiles.SYMBOLS);
            Eventually.until(() -> client.tradeCount() == 500);

            long shift =
                    time(client.trades().get(0)) - Long.parseLong(lines.get(0).split(",", -1)[3]);
            assertThat(time(client.trades().get(0))).isBetween(before, System.currentTimeMillis());
            for (int i = 0; i < 500; i++) {
                assertThat(time(client.trades().get(i)) - shift)
                        .isEqualTo(Long.parseLong(lines.get(i).split(",", -1)[3]));
            }
        }
    }

    private static long time(JsonNode trade) {
        return trade.path("t").asLong();
    }

    @Test
    void trades_that_happen_while_the_client_is_away_are_missed_and_counted() throws Exception {
        List<String> lines = RecordingFiles.lines(3_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=50")) {
            List<JsonNode> first;
            try (SocketClient client = new SocketClient(simulator.port(), "key")) {
                first = client.subscribe(RecordingFiles.SYMBOLS).readTrades(200);
                simulator.faults("{'dropNow': true}");
                first.addAll(client.readTrades(Integer.MAX_VALUE));
            }
            Eventually.until(() -> simulator.report().totals().all().missed() > 200);
            try (FeedClient client = simulator.connect()) {
                client.subscribe(RecordingFiles.SYMBOLS);
                Eventually.until(simulator::isFinished);
                Eventually.until(() -> client.tradeCount() == simulator.sent() - first.size());
            }
            assertThat(simulator.sent() + simulator.report().totals().all().missed())
                    .isEqualTo(lines.size());
        }
    }

    @Test
    void a_recording_starts_when_told_to() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv"), RecordingFiles.lines(50));
        try (TestSimulator simulator =
                        TestSimulator.start("--recording=" + file, "--speed=1000", "--start-when=admin");
                FeedClient client = simulator.connect()) {
            client.subscribe(RecordingFiles.SYMBOLS);
            Eventually.until(() -> simulator.report().subscriptions().size() == 4);
            assertThat(simulator.adminJson("/admin/truth").path("started").asBoolean())
                    .isFalse();
            simulator.admin("POST", "/admin/start", "");
            Eventually.until(() -> client.tradeCount() == 50);
        }
    }

    @Test
    void a_recording_can_start_with_the_first_connection() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv"), RecordingFiles.lines(50));
        try (TestSimulator simulator =
                        TestSimulator.start("--recording=" + file, "--speed=1000", "--start-when=connected");
                FeedClient client = simulator.connect()) {
            Eventually.until(simulator::isFinished);
            assertThat(client.tradeCount()).isZero();
            assertThat(simulator.sent()).isZero();
        }
    }
}
