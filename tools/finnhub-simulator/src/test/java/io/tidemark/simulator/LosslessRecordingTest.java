package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.StartCondition;
import io.tidemark.simulator.recording.TradeTimes;
import io.tidemark.simulator.server.ApiKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LosslessRecordingTest {

    private static final String[] SYMBOLS = {"AAPL", "IC MARKETS:1", "BINANCE:BTCUSDT", "SPY"};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_client_gets_every_line_of_the_recording_in_order_digit_by_digit() throws Exception {
        List<String> lines = RecordingFiles.lines(20_000);
        Path file = RecordingFiles.write(folder.resolve("day.csv.gz"), lines);
        try (Simulator simulator = start(file);
                FeedClient client = FeedClient.connect(simulator.port(), "key")) {
            client.subscribe(SYMBOLS);
            await().until(() -> simulator.report().finished());
            await().until(() -> client.trades().size() >= lines.size());

            assertThat(client.trades().stream().map(LosslessRecordingTest::csv))
                    .containsExactlyElementsOf(expected(lines));
        }
    }

    private static Simulator start(Path file) {
        return Simulator.start(
                new SimulatorSettings(
                        "127.0.0.1",
                        0,
                        0,
                        new ApiKeys(Set.of()),
                        50,
                        true,
                        Duration.ofSeconds(60),
                        new RecordingSettings(
                                file, new PlaybackSpeed.Max(), TradeTimes.ORIGINAL, StartCondition.SUBSCRIBED)),
                InstantSource.system());
    }

    private static List<String> expected(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    String[] fields = line.split(",", -1);
                    return String.join(
                            ",",
                            fields[0],
                            "" + Double.parseDouble(fields[1]),
                            "" + Double.parseDouble(fields[2]),
                            fields[3],
                            fields[4]);
                })
                .toList();
    }

    private static String csv(JsonNode trade) {
        List<String> codes = new ArrayList<>();
        trade.path("c").forEach(code -> codes.add(code.asText()));
        return String.join(
                ",",
                trade.path("s").asText(),
                "" + trade.path("p").asDouble(),
                "" + trade.path("v").asDouble(),
                "" + trade.path("t").asLong(),
                String.join("|", codes));
    }
}
