package io.tidemark.speed.price;

import io.tidemark.speed.bars.EdgeTrade;
import io.tidemark.speed.bars.PartialBar;

/**
 * State of one symbol: its latest price and the edges of its two latest sessions (UTC dates, as in the batch layer). A
 * function of the set of what was merged, in whatever order. Flink serializes its fields.
 */
public final class PriceState {
    private static final long DAY_MS = 86_400_000;
    private static final long NO_SESSION = Long.MIN_VALUE;

    public String symbol = "";
    public EdgeTrade latest = new EdgeTrade();
    public long lastReceivedAt = Long.MIN_VALUE;
    public long session = NO_SESSION;
    public EdgeTrade sessionFirst = new EdgeTrade();
    public EdgeTrade sessionLast = new EdgeTrade();
    public long previousSession = NO_SESSION;
    public EdgeTrade previousLast = new EdgeTrade();
    /** Processing time, epoch ms. */
    public long emittedAt = Long.MIN_VALUE;
    /** Whether it changed since it was emitted. */
    public boolean dirty;

    /** Takes in what a partial bar knows; true when that changes the row. */
    boolean merge(PartialBar partial) {
        symbol = partial.symbol;
        boolean moved = latest.keepLater(partial.latest);
        if (moved) {
            lastReceivedAt = Math.max(lastReceivedAt, partial.lastReceivedAt);
        }
        // The session's edges count even when the price did not move.
        boolean inSession = mergeSession(partial);
        return moved || inSession;
    }

    /** The row; only when there is a latest price. */
    LastPrice toRow() {
        long day = Math.floorDiv(latest.time, DAY_MS);
        boolean current = day == session;
        EdgeTrade previous = current ? previousLast : sessionLast;
        return new LastPrice(
                symbol,
                latest.price,
                latest.time,
                latest.partition,
                latest.offset,
                day,
                current ? sessionFirst.price : Double.NaN,
                previous.exists() ? previous.price : Double.NaN,
                lastReceivedAt);
    }

    private boolean mergeSession(PartialBar partial) {
        if (!partial.first.exists()) {
            return false;
        }
        long day = Math.floorDiv(partial.minute, DAY_MS);
        if (day > session) {
            previousSession = session;
            previousLast = sessionLast;
            session = day;
            sessionFirst = new EdgeTrade();
            sessionLast = new EdgeTrade();
        }
        if (day == session) {
            boolean opened = sessionFirst.keepEarlier(partial.first);
            boolean closed = sessionLast.keepLater(partial.last);
            return opened || closed;
        }
        if (day > previousSession) {
            previousSession = day;
            previousLast = new EdgeTrade();
        }
        return day == previousSession && previousLast.keepLater(partial.last);
    }
}
