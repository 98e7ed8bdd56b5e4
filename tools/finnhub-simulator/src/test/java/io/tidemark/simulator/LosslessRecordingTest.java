package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording at {@code --speed=max}: nothing is lost, whatever the client does. */
final class LosslessRecordingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_client_gets_every_line_of_the_recording_in_order_digit_by_digit() throws Exception {
        List<String> lines = RecordingFiles.lines(20_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv.gz"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max");
                FeedClient client = simulator.connect()) {
            client.subscribe(RecordingFiles.SYMBOLS);
            Eventually.until(simulator::isFinished);
            Eventually.until(() -> client.tradeCount() == lines.size());

            assertThat(ReceivedTrades.csv(client.trades())).isEqualTo(ReceivedTrades.normalized(lines));
            assertThat(client.texts()).allMatch(text -> text.contains("\"p\":"));
        }
    }

    @Test
    void the_ground_truth_is_what_the_client_counts() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv"), RecordingFiles.lines(5_000));
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max");
                FeedClient client = simulator.connect()) {
            client.subscribe(RecordingFiles.SYMBOLS);
            Eventually.until(simulator::isFinished);
            Eventually.until(() -> client.tradeCount() == 5_000);

            assertThat(simulator.admin("GET", "/admin/truth.csv", "").body().lines())
                    .containsExactlyElementsOf(ReceivedTrades.truthCsv(client.trades()));
            JsonNode truth = simulator.adminJson("/admin/truth");
            assertThat(truth.path("tradesSent").asLong()
                            + truth.path("priceUpdatesSent").asLong())
                    .isEqualTo(5_000);
            assertThat(truth.path("framesSent").asInt())
                    .isEqualTo(client.texts().size());
            assertThat(truth.path("tradesInRecording").asLong()).isEqualTo(5_000);
            assertThat(truth.path("missed").asLong()).isZero();
            assertThat(truth.path("finished").asBoolean()).isTrue();
        }
    }

    @Test
    void nothing_is_sent_before_every_symbol_has_a_subscriber() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv"), RecordingFiles.lines(100));
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL", "SPY", "BINANCE:BTCUSDT");
            Eventually.until(() -> simulator.report().subscriptions().size() == 3);
            assertThat(simulator.report().started()).isFalse();

            client.subscribe("IC MARKETS:1");
            Eventually.until(simulator::isFinished);
            Eventually.until(() -> client.tradeCount() == 100);
        }
    }

    @Test
    void symbols_that_nobody_subscribes_to_are_neither_sent_nor_counted() throws Exception {
        List<String> lines = RecordingFiles.lines(3_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max", "--start-when=admin");
                FeedClient client = simulator.connect()) {
            client.subscribe("SPY");
            Eventually.until(() -> simulator.report().subscriptions().size() == 1);
            assertThat(simulator.admin("POST", "/admin/start", "").statusCode()).isEqualTo(200);
            Eventually.until(simulator::isFinished);

            List<String> spy = ReceivedTrades.normalized(
                    lines.stream().filter(line -> line.startsWith("SPY,")).toList());
            Eventually.until(() -> client.tradeCount() == spy.size());
            assertThat(ReceivedTrades.csv(client.trades())).isEqualTo(spy);
            assertThat(simulator.report().totals().symbols()).containsOnlyKeys("SPY");
        }
    }

    @Test
    void connections_dropped_in_the_middle_lose_and_repeat_nothing() throws Exception {
        List<String> lines = RecordingFiles.lines(60_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv.gz"), lines);
        List<JsonNode> received = new ArrayList<>();
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max")) {
            while (!simulator.isFinished()) {
                try (SocketClient client = new SocketClient(simulator.port(), "key")) {
                    client.subscribe(RecordingFiles.SYMBOLS);
                    received.addAll(client.readTrades(Math.min(5_000, lines.size() - received.size())));
                    simulator.faults("{'dropNow': true}");
                    received.addAll(client.readTrades(Integer.MAX_VALUE));
                }
            }
            assertThat(simulator.report().connectionsTotal()).isGreaterThan(1);
            assertThat(received).hasSameSizeAs(lines);
            assertThat(ReceivedTrades.csv(received)).isEqualTo(ReceivedTrades.normalized(lines));
            assertThat(simulator.report().totals().all().missed()).isZero();
        }
    }

    @Test
    void after_a_client_cut_the_connection_the_recording_goes_on_where_the_sent_part_ends() throws Exception {
        List<String> lines = RecordingFiles.lines(60_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv.gz"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max")) {
            try (SocketClient first = new SocketClient(simulator.port(), "key")) {
                first.subscribe(RecordingFiles.SYMBOLS).readTrades(1_000);
            }
            Eventually.until(() -> simulator.report().connections() == 0);
            Eventually.until(() -> simulator.report().framesUnderWay() == 0);
            int sent = simulator.sent();
            try (SocketClient second = new SocketClient(simulator.port(), "key")) {
                List<JsonNode> rest = second.subscribe(RecordingFiles.SYMBOLS).readTrades(lines.size() - sent);
                Eventually.until(simulator::isFinished);

                assertThat(sent).isBetween(1_000, lines.size() - 1);
                assertThat(ReceivedTrades.csv(rest))
                        .isEqualTo(ReceivedTrades.normalized(lines).subList(sent, lines.size()));
                assertThat(simulator.sent()).isEqualTo(lines.size());
            }
        }
    }

    @Test
    void two_clients_with_their_own_keys_get_their_own_symbols() throws Exception {
        List<String> lines = RecordingFiles.lines(8_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv"), lines);
        try (TestSimulator simulator = TestSimulator.start("--recording=" + file, "--speed=max");
                FeedClient one = simulator.connect("one");
                FeedClient two = simulator.connect("two")) {
            one.subscribe("AAPL", "SPY");
            two.subscribe("IC MARKETS:1", "BINANCE:BTCUSDT");
            Eventually.until(simulator::isFinished);
            Eventually.until(() -> one.tradeCount() + two.tradeCount() == lines.size());

            assertThat(one.trades()).allMatch(trade -> !trade.path("s").asText().contains(":"));
            assertThat(two.trades()).allMatch(trade -> trade.path("s").asText().contains(":"));
        }
    }
}
