package io.tidemark.speed.price;

import io.tidemark.speed.bars.PartialBar;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps a symbol's last price and session, emitted at once when it changes and then at most every so often. */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class LastPrices extends KeyedProcessFunction<String, PartialBar, LastPrice> {
    private static final long serialVersionUID = 1L;

    private final long emitEveryMs;
    private transient ValueState<PriceState> prices;

    /** With the shortest time between two rows of a symbol. */
    public LastPrices(Duration emitEvery) {
        this.emitEveryMs = emitEvery.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        prices = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("last-price", TypeInformation.of(PriceState.class)));
    }

    @Override
    public void processElement(PartialBar partial, Context context, Collector<LastPrice> out) throws Exception {
        @Nullable PriceState known = prices.value();
        PriceState state = known == null ? new PriceState() : known;
        if (!state.merge(partial)) {
            return;
        }
        long now = context.timerService().currentProcessingTime();
        boolean may = state.emittedAt == Long.MIN_VALUE
                || now >= state.emittedAt + emitEveryMs
                // The clock was set back.
                || now < state.emittedAt;
        if (may) {
            emit(state, now, out);
        } else if (!state.dirty) {
            state.dirty = true;
            context.timerService().registerProcessingTimeTimer(state.emittedAt + emitEveryMs);
        }
        prices.update(state);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LastPrice> out) throws Exception {
        @Nullable PriceState state = prices.value();
        if (state != null && state.dirty) {
            emit(state, context.timerService().currentProcessingTime(), out);
            prices.update(state);
        }
    }

    private static void emit(PriceState state, long now, Collector<LastPrice> out) {
        state.dirty = false;
        state.emittedAt = now;
        out.collect(state.toRow());
    }
}
