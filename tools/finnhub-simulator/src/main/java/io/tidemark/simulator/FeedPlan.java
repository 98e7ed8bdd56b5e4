package io.tidemark.simulator;

import io.tidemark.simulator.feed.Outlet;
import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.trade.TradeSource;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** One of the two kinds of feed, ready to be played. */
sealed interface FeedPlan permits MarketFeed, RecordedFeed {

    /** Its name in reports. */
    String mode();

    /** Every symbol that it has. */
    List<String> symbols();

    /** How many trades it has in all, if it has an end. */
    OptionalLong tradesInAll();

    /** Plays it. */
    Playback playback(Wiring wiring);

    /**
     * What a playback is connected to.
     *
     * @param outlet where the trades go
     * @param through what the trades pass on their way
     * @param ordered whether somebody has ordered the start
     * @param frameEveryMs least wall time between two frames of a paced feed
     * @param clock wall time
     */
    record Wiring(
            Outlet outlet,
            UnaryOperator<TradeSource> through,
            BooleanSupplier ordered,
            long frameEveryMs,
            InstantSource clock) {}
}
