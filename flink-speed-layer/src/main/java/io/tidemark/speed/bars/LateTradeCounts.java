package io.tidemark.speed.bars;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts a symbol's late trades by minute and emits each new total. A count is kept until {@link #KEPT_FOR} after its
 * minute's last late trade; whatever comes later still would begin a new count, which the table ignores until it is greater.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class LateTradeCounts extends KeyedProcessFunction<String, LateTrades, LateTrades> {
    private static final long serialVersionUID = 1L;

    /** Processing time: a late trade is minutes to hours late, and a feed that repeats yesterday is not late but broken. */
    static final Duration KEPT_FOR = Duration.ofDays(2);

    private transient MapState<Long, Long> counts;

    @Override
    public void open(OpenContext context) {
        var descriptor = new MapStateDescriptor<>("late-trades", Types.LONG, Types.LONG);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(KEPT_FOR).build());
        counts = getRuntimeContext().getMapState(descriptor);
    }

    @Override
    public void processElement(LateTrades late, Context context, Collector<LateTrades> out) throws Exception {
        @Nullable Long known = counts.get(late.minute());
        long total = (known == null ? 0 : known) + late.trades();
        counts.put(late.minute(), total);
        out.collect(new LateTrades(late.symbol(), late.minute(), total));
    }
}
