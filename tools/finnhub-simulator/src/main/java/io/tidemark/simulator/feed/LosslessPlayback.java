package io.tidemark.simulator.feed;

import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Plays as fast as the clients take it and loses nothing: it waits while a client is slow, stops while a wanted symbol
 * has no subscriber, and sends frames again whose writing failed.
 *
 * <p>What the operating system had taken when a connection broke counts as sent; whether the client read it cannot be
 * known here.
 */
public final class LosslessPlayback implements Playback {

    private static final int TRADES_PER_FRAME = 200;
    private static final long POLL_MS = 50;
    private static final long SETTLE_MS = 5_000;

    private final Supplier<? extends TradeSource> source;
    private final BooleanSupplier mayStart;
    private final Sessions sessions;
    private final FeedSignal signal;
    private final Dispatcher dispatcher;
    private final PriorityBlockingQueue<Batch> again =
            new PriorityBlockingQueue<>(16, Comparator.comparingLong(Batch::number));
    private long batches;
    private volatile boolean started;
    private volatile boolean finished;

    /**
     * A playback that has not begun.
     *
     * @param source opened when the playback starts
     * @param mayStart the playback begins when this is true
     */
    public LosslessPlayback(Supplier<? extends TradeSource> source, BooleanSupplier mayStart, Outlet outlet) {
        this.source = source;
        this.mayStart = mayStart;
        this.sessions = outlet.sessions();
        this.signal = outlet.signal();
        this.dispatcher = new Dispatcher(outlet, again::add);
    }

    @Override
    public void play() throws InterruptedException {
        until(mayStart);
        started = true;
        try (TradeSource trades = source.get()) {
            boolean more = true;
            while (more || !isAllWritten()) {
                if (!again.isEmpty()) {
                    sendAgain();
                } else if (more) {
                    until(this::canSend);
                    more = sendNext(trades);
                } else {
                    signal.await(() -> dispatcher.framesUnderWay() == 0 || !again.isEmpty(), POLL_MS);
                }
            }
        }
        finished = true;
    }

    private boolean canSend() {
        return !again.isEmpty() || (sessions.isAllWantedHeard() && sessions.areReadyForMore());
    }

    private boolean sendNext(TradeSource trades) {
        List<FeedTrade> frame = new ArrayList<>(TRADES_PER_FRAME);
        while (frame.size() < TRADES_PER_FRAME) {
            FeedTrade trade = trades.next();
            if (trade == null) {
                break;
            }
            frame.add(trade);
        }
        if (frame.isEmpty()) {
            return false;
        }
        Batch batch = new Batch(++batches, frame, 0);
        if (again.isEmpty()) {
            dispatcher.dispatchWhole(batch);
        } else {
            again.add(batch);
        }
        return true;
    }

    /** One part at a time, each when the outcome of all before it is known: only then does the order hold. */
    private void sendAgain() throws InterruptedException {
        signal.await(() -> dispatcher.framesUnderWay() == 0, SETTLE_MS);
        Batch part = again.remove();
        until(() ->
                part.trades().stream().allMatch(trade -> isHeardOrUnwanted(trade, part)) && sessions.areReadyForMore());
        dispatcher.dispatchWhole(part);
    }

    private boolean isHeardOrUnwanted(FeedTrade trade, Batch part) {
        return !sessions.wants(trade.symbol()) || sessions.isHeard(trade.symbol(), part.afterSession());
    }

    private boolean isAllWritten() {
        return dispatcher.framesUnderWay() == 0 && again.isEmpty();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        // Polled as well as signalled: the end of a silence is a moment in time that nobody signals.
        boolean reached = false;
        while (!reached) {
            reached = signal.await(condition, POLL_MS);
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
