package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.market.MarketHours;
import io.tidemark.simulator.market.MarketSettings;
import io.tidemark.simulator.market.SymbolProfiles;
import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.StartCondition;
import io.tidemark.simulator.recording.TradeTimes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

final class SimulatorCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void without_options_it_is_a_market_like_finnhubs_free_plan() {
        SimulatorSettings settings = TestSimulator.settings();
        assertThat(settings.endpoints()).isEqualTo(new SimulatorSettings.Endpoints("127.0.0.1", 8090, 8091));
        assertThat(settings.limits()).isEqualTo(new SimulatorSettings.Limits(50, true, 60, 30));
        assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.frameInterval()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.keys().accepts("anything")).isTrue();
        assertThat(settings.keys().accepts("")).isFalse();
        assertThat(settings.news()).isEqualTo(new NewsSettings(1, Duration.ZERO));
        assertThat(settings.faults()).isEqualTo(FaultPlan.NONE);
        assertThat(settings.feed())
                .isEqualTo(new FeedSettings.Simulated(
                        new MarketSettings(SymbolProfiles.DEFAULT_SYMBOLS, 57, 0.7, MarketHours.ALWAYS, 0.002, 42),
                        Duration.ZERO));
    }

    @Test
    void a_recording_has_options_of_its_own() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv"), RecordingFiles.lines(5));
        assertThat(TestSimulator.settings("--recording", file.toString()).feed())
                .isEqualTo(new FeedSettings.Recorded(new RecordingSettings(
                        file, new PlaybackSpeed.Times(1), TradeTimes.ORIGINAL, StartCondition.SUBSCRIBED)));
        assertThat(TestSimulator.settings("--recording=" + file, "--speed=MAX", "--times=Shifted", "--start-when=admin")
                        .feed())
                .isEqualTo(new FeedSettings.Recorded(new RecordingSettings(
                        file, new PlaybackSpeed.Max(), TradeTimes.SHIFTED, StartCondition.ADMIN)));
    }

    @Test
    void faults_can_be_options_or_json() {
        FaultPlan plan = TestSimulator.settings(
                        "--duplicate=0.1",
                        "--drop-every=10m",
                        "--fail-handshakes=503",
                        "--invalid-symbols=A,B",
                        "--faults={\"drop\": null, \"empty\": {\"count\": 1}}")
                .faults();
        assertThat(plan.duplicate()).isEqualTo(new FaultPlan.Duplicate(0.1, 0, 3));
        assertThat(plan.drop()).isNull();
        assertThat(plan.empty()).isEqualTo(new FaultPlan.Plain(1, 1));
        assertThat(plan.handshake()).isEqualTo(new FaultPlan.Handshake(1, 0, 503));
        assertThat(plan.invalidSymbols()).containsExactly("A", "B");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> TestSimulator.settings(
                        "--port=70000", "--rate=0", "--speed=max", "--malformed=1.5", "--max-symbols=0"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--port")
                .hasMessageContaining("--rate")
                .hasMessageContaining("--speed")
                .hasMessageContaining("malformed.probability")
                .hasMessageContaining("--max-symbols");
    }

    @Test
    void a_missing_recording_is_a_bad_option() {
        assertThatThrownBy(() -> TestSimulator.settings("--recording=" + folder.resolve("none.csv")))
                .hasMessageContaining("no such file");
    }
}
