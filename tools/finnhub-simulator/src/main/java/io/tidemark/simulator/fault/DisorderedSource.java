package io.tidemark.simulator.fault;

import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Holds some trades of another source back, so that they come out of order or late: a trade held back for a delay comes
 * right before the first trade whose time lies that much after its own. Nothing is lost; what is held back when the source
 * ends comes last. While {@value #MAX_HELD} trades are held back, no fault strikes.
 *
 * <p>Trades of one symbol and millisecond keep their order, by being held back together: nothing in them tells which was
 * first, so nobody could ever find out that they had changed places. Those that follow the one that a fault struck are
 * counted as struck, too; they are held back even beyond the fault's count and the number above.
 */
public final class DisorderedSource implements TradeSource {

    static final int MAX_HELD = 100_000;

    private record Held(FaultKind kind, long release, long number, FeedTrade trade) {}

    private final TradeSource trades;
    private final FaultBoard faults;
    private final GroundTruth truth;
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::release).thenComparingLong(Held::number));
    private final Map<String, Held> lastHeld = new HashMap<>();
    private long feedTime = Long.MIN_VALUE;
    private long numbers;
    private @Nullable FeedTrade ahead;

    public DisorderedSource(TradeSource trades, FaultBoard faults, GroundTruth truth) {
        this.trades = trades;
        this.faults = faults;
        this.truth = truth;
    }

    @Override
    public @Nullable FeedTrade next() {
        while (true) {
            if (ahead == null) {
                ahead = trades.next();
            }
            Held first = held.peek();
            if (first != null && (ahead == null || first.release() <= Math.max(feedTime, ahead.tradeTime()))) {
                held.remove(first);
                return first.trade();
            }
            FeedTrade trade = ahead;
            ahead = null;
            if (trade == null) {
                return null;
            }
            feedTime = Math.max(feedTime, trade.tradeTime());
            if (!holdBack(trade)) {
                return trade;
            }
        }
    }

    private boolean holdBack(FeedTrade trade) {
        Held before = lastHeld.get(trade.symbol());
        if (before != null && before.trade().tradeTime() == trade.tradeTime() && before.release() > feedTime) {
            faults.alsoStruck(before.kind());
            keep(before.kind(), before.release(), trade);
            return true;
        }
        FaultPlan plan = faults.plan();
        return hold(FaultKind.LATE, plan.late(), trade) || hold(FaultKind.REORDER, plan.reorder(), trade);
    }

    private boolean hold(FaultKind kind, FaultPlan.@Nullable Delay delay, FeedTrade trade) {
        if (delay == null || held.size() >= MAX_HELD || !faults.strikes(kind)) {
            return false;
        }
        keep(kind, trade.tradeTime() + faults.upTo(kind, delay.maxMs()), trade);
        return true;
    }

    private void keep(FaultKind kind, long release, FeedTrade trade) {
        var kept = new Held(kind, release, numbers++, trade);
        held.add(kept);
        lastHeld.put(trade.symbol(), kept);
        truth.injected(kind.key());
    }

    @Override
    public void close() {
        trades.close();
    }
}
