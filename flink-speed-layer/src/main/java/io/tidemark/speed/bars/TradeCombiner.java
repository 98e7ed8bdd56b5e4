package io.tidemark.speed.bars;

import io.tidemark.speed.flow.BufferingOperator;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Combines trades into partial bars where they are read, because sending every trade to its symbol's task costs more than
 * all the rest. Holds one partial bar a symbol: a trade of another minute sends it on, which is rare in a feed that is
 * nearly in order.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class TradeCombiner extends BufferingOperator<IncomingTrade, PartialBar> {
    private static final long serialVersionUID = 1L;
    /** Bounds memory where a feed has more symbols than anyone would hold back. */
    private static final int MAX_SYMBOLS = 20_000;

    private final long lateAfterMs;
    private transient Map<String, PartialBar> partials;

    /**
     * A combiner.
     *
     * @param hold how long a trade waits at most
     * @param lateAfter a trade that is received longer than this after the end of its minute is late
     */
    public TradeCombiner(Duration hold, Duration lateAfter) {
        super(hold);
        this.lateAfterMs = lateAfter.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        partials = new HashMap<>();
    }

    @Override
    protected void hold(IncomingTrade trade) {
        long minute = PartialBar.minuteOf(trade.tradeTime());
        @Nullable PartialBar partial = partials.get(trade.symbol());
        if (partial == null || partial.minute != minute) {
            if (partial != null) {
                emit(partial);
            } else if (partials.size() >= MAX_SYMBOLS) {
                release();
            }
            partial = new PartialBar(trade.symbol(), minute);
            partials.put(trade.symbol(), partial);
        }
        partial.add(trade, lateAfterMs);
    }

    @Override
    protected void release() {
        partials.values().forEach(this::emit);
        partials.clear();
    }
}
