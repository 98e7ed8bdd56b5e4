package io.tidemark.speed.bars;

import io.tidemark.speed.flow.BufferingOperator;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.jspecify.annotations.Nullable;

/**
 * Combines trades into partial bars where they are read, because sending every trade to its symbol's task costs more than
 * all the rest. Holds one partial bar a symbol: a trade of another minute sends it on, which is rare in a feed that is
 * nearly in order. A trade beyond the allowed lateness is only counted in it.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class TradeCombiner extends BufferingOperator<IncomingTrade, PartialBar> {
    private static final long serialVersionUID = 1L;
    /** Bounds memory where a feed has more symbols than anyone would hold back. */
    private static final int MAX_SYMBOLS = 20_000;

    private final Duration outOfOrderness;
    private final Duration allowedLateness;
    private final long lateAfterMs;
    private transient Punctuality punctuality;
    private transient ListState<PartitionTime> partitionTimes;
    private transient Map<String, PartialBar> partials;

    /**
     * A combiner.
     *
     * @param hold how long a trade waits at most
     * @param lateAfter a trade that is received longer than this after the end of its minute is late
     * @param bars what the bars allow in out-of-orderness and lateness
     */
    public TradeCombiner(Duration hold, Duration lateAfter, LiveBarTiming bars) {
        super(hold);
        this.lateAfterMs = lateAfter.toMillis();
        this.outOfOrderness = bars.outOfOrderness();
        this.allowedLateness = bars.allowedLateness();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        // A union, since a partition may be read by another task than before.
        partitionTimes = context.getOperatorStateStore()
                .getUnionListState(
                        new ListStateDescriptor<>("partition-times", TypeInformation.of(PartitionTime.class)));
        punctuality = new Punctuality(outOfOrderness, allowedLateness);
        punctuality.restore(partitionTimes.get());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        partitionTimes.update(punctuality.times());
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
        if (punctuality.isTooLate(trade)) {
            partial.addTooLate(trade);
        } else {
            partial.add(trade, lateAfterMs);
        }
    }

    @Override
    protected void release() {
        partials.values().forEach(this::emit);
        partials.clear();
    }
}
