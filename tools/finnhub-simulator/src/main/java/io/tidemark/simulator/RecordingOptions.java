package io.tidemark.simulator;

import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.StartCondition;
import io.tidemark.simulator.recording.TradeTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a recording. */
final class RecordingOptions {

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "Play this CSV or CSV.gz instead: symbol,price,volume,trade_time_ms,conditions.")
    private @Nullable Path file;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "Multiple of the recording's pace, or max: as fast as clients take it (default: 1).")
    private @Nullable String speed;

    @Option(
            names = "--times",
            paramLabel = "original|shifted",
            description = "Trade times as in the file, or moved so that the first one is now (default: original).")
    private @Nullable TradeTimes times;

    @Option(
            names = "--start-when",
            paramLabel = "WHEN",
            description = "Start when every symbol is 'subscribed', a client is 'connected', or POST /admin/start"
                    + " says so ('admin') (default: subscribed).")
    private @Nullable StartCondition startWhen;

    /** What to play, unless no file is named. Only after {@link #check}. */
    Optional<RecordingSettings> settings() {
        return Optional.ofNullable(file)
                .map(path -> new RecordingSettings(
                        path,
                        PlaybackSpeed.parse(speed == null ? "1" : speed),
                        times == null ? TradeTimes.ORIGINAL : times,
                        startWhen == null ? StartCondition.SUBSCRIBED : startWhen));
    }

    void check(OptionChecks checks, boolean hasSymbols) {
        if (file == null) {
            checks.require(
                    speed == null && times == null && startWhen == null,
                    "--speed, --times and --start-when need --recording");
            return;
        }
        checks.require(!hasSymbols, "--symbols is for the simulated market: a recording has its own");
        checks.require(Files.isReadable(file) && !Files.isDirectory(file), "--recording " + file + ": no such file");
        try {
            PlaybackSpeed.parse(speed == null ? "1" : speed);
        } catch (IllegalArgumentException e) {
            checks.require(false, "--speed must be max or a number above 0");
        }
    }
}
