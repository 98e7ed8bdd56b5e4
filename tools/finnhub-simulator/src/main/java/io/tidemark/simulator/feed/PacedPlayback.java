package io.tidemark.simulator.feed;

import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays at the pace of the trades' own times, as a real feed does: who is away misses what happens meanwhile, and a
 * client that stays slow is dropped. The past of a market that has one is sent as fast as its clients read it.
 */
public final class PacedPlayback implements Playback {

    private static final int TRADES_PER_FRAME = 200;
    private static final long POLL_MS = 200;

    private final Supplier<? extends TradeSource> source;
    private final BooleanSupplier mayStart;
    private final Pace pace;
    private final Sessions sessions;
    private final FeedSignal signal;
    private final InstantSource clock;
    private final Dispatcher dispatcher;
    private long batches;
    private long lastFrameAt;
    private long startedAt;
    private long feedStart;
    private long feedTime;
    private volatile boolean started;
    private volatile boolean finished;

    /**
     * A playback that has not begun.
     *
     * @param source opened when the playback starts
     * @param mayStart the playback begins when this is true
     * @param pace how event time and wall time relate
     * @param outlet where the trades go
     * @param clock wall time
     */
    public PacedPlayback(
            Supplier<? extends TradeSource> source,
            BooleanSupplier mayStart,
            Pace pace,
            Outlet outlet,
            InstantSource clock) {
        this.source = source;
        this.mayStart = mayStart;
        this.pace = pace;
        this.sessions = outlet.sessions();
        this.signal = outlet.signal();
        this.clock = clock;
        this.dispatcher = new Dispatcher(outlet, part -> outlet.truth().missed(part.trades()));
    }

    @Override
    public void play() throws InterruptedException {
        boolean mayPlay = false;
        while (!mayPlay) {
            mayPlay = signal.await(mayStart, POLL_MS);
        }
        startedAt = clock.millis();
        started = true;
        try (TradeSource trades = source.get()) {
            FeedTrade next = trades.next();
            if (next != null) {
                feedStart = pace.live() ? startedAt : next.tradeTime();
                feedTime = next.tradeTime();
            }
            while (next != null) {
                waitUntilDue(next);
                next = sendDue(next, trades);
            }
        }
        while (dispatcher.framesUnderWay() > 0) {
            signal.await(() -> dispatcher.framesUnderWay() == 0, POLL_MS);
        }
        finished = true;
    }

    /** Trades that are behind the newest one in time are due with it: the feed does not run backwards. */
    private long dueAt(FeedTrade trade) {
        feedTime = Math.max(feedTime, trade.tradeTime());
        return startedAt + Math.round((feedTime - feedStart) / pace.speed());
    }

    /** Frames keep a distance, so that trades which follow each other closely share one. */
    private void waitUntilDue(FeedTrade trade) throws InterruptedException {
        long due = Math.max(dueAt(trade), lastFrameAt + pace.frameEveryMs());
        for (long left = due - clock.millis(); left > 0; left = due - clock.millis()) {
            signal.await(() -> false, Math.min(left, POLL_MS));
        }
    }

    private @Nullable FeedTrade sendDue(FeedTrade first, TradeSource trades) throws InterruptedException {
        long now = clock.millis();
        List<FeedTrade> frame = new ArrayList<>();
        FeedTrade next = first;
        while (next != null && frame.size() < TRADES_PER_FRAME && dueAt(next) <= now) {
            if (now - dueAt(next) <= pace.maxLagMs()) {
                frame.add(next);
            }
            next = trades.next();
        }
        if (!frame.isEmpty()) {
            waitForSlowClients(frame.get(0));
            dispatcher.dispatch(new Batch(++batches, frame, 0));
            // A full frame is followed by the next at once: what is due does not wait for its turn.
            lastFrameAt = frame.size() < TRADES_PER_FRAME ? now : 0;
        }
        return next;
    }

    private void waitForSlowClients(FeedTrade next) throws InterruptedException {
        if (!signal.await(sessions::areReadyForMore, pace.patienceMs(next.tradeTime(), startedAt))) {
            sessions.dropSlowOnes();
        }
    }

    @Override
    public boolean isStarted() {
        return started;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public int framesUnderWay() {
        return dispatcher.framesUnderWay();
    }
}
