package io.tidemark.simulator;

import io.tidemark.simulator.market.MarketSettings;
import io.tidemark.simulator.recording.RecordingSettings;
import java.time.Duration;

/** What is played. */
public sealed interface FeedSettings {

    /**
     * A simulated market.
     *
     * @param market what kind of market
     * @param history how long it was open before; those trades are sent at once when all its symbols are subscribed
     */
    record Simulated(MarketSettings market, Duration history) implements FeedSettings {}

    /** A recording. */
    record Recorded(RecordingSettings recording) implements FeedSettings {}
}
