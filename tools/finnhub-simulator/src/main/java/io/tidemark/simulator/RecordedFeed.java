package io.tidemark.simulator;

import io.tidemark.simulator.feed.LosslessPlayback;
import io.tidemark.simulator.feed.Pace;
import io.tidemark.simulator.feed.PacedPlayback;
import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.Recording;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.TradeTimes;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.TradeSource;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A recording that is played from its first to its last trade.
 *
 * @param settings how
 * @param recording what was found in the file
 */
record RecordedFeed(RecordingSettings settings, Recording recording) implements FeedPlan {

    /** Reads the file through; throws a {@code RecordingException} if something is wrong with it. */
    static RecordedFeed of(RecordingSettings settings) {
        return new RecordedFeed(settings, Recording.scan(settings.file()));
    }

    @Override
    public String mode() {
        return "recording";
    }

    @Override
    public List<String> symbols() {
        return List.copyOf(recording.symbols());
    }

    @Override
    public OptionalLong tradesInAll() {
        return OptionalLong.of(recording.trades());
    }

    @Override
    public Playback playback(Wiring wiring) {
        Sessions sessions = wiring.outlet().sessions();
        BooleanSupplier mayStart = () -> wiring.ordered().getAsBoolean() || isStartConditionMet(sessions);
        Supplier<TradeSource> source = () -> wiring.through().apply(recording.open(offset(wiring.clock())));
        if (settings.speed() instanceof PlaybackSpeed.Times times) {
            Pace pace = Pace.ofRecording(times.factor(), wiring.frameEveryMs());
            return new PacedPlayback(source, mayStart, pace, wiring.outlet(), wiring.clock());
        }
        return new LosslessPlayback(source, mayStart, wiring.outlet());
    }

    private boolean isStartConditionMet(Sessions sessions) {
        return switch (settings.startWhen()) {
            case SUBSCRIBED -> sessions.areHeard(recording.symbols());
            case CONNECTED -> !sessions.all().isEmpty();
            case ADMIN -> false;
        };
    }

    private long offset(InstantSource clock) {
        return settings.times() == TradeTimes.SHIFTED ? clock.millis() - recording.firstTime() : 0;
    }
}
