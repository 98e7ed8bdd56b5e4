package io.tidemark.speed.bars;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one symbol's minutes. An open bar is emitted at once when it changes and then at most every
 * {@link LiveBarTiming#emitEvery}; it is emitted as closed when the watermark has passed its minute, or when the clock has
 * and no trade came for a while, since the last minute of a quiet market gets no watermark. Its state goes with the
 * allowed lateness; what comes later goes to {@link #LATE} and is counted: metrics {@code lateTrades},
 * {@code barsClosed}.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class LiveBars extends KeyedProcessFunction<String, PartialBar, LiveBar> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** Trades that no live bar has. */
    public static final OutputTag<LateTrades> LATE = new OutputTag<>("late-trades") {};

    private final long emitEveryMs;
    private final long latenessMs;
    private final long outOfOrdernessMs;
    private final long quietAfterMs;

    private transient MapState<Long, OpenBar> minutes;
    /** The watermark up to which minutes were forgotten; kept, because after a restart watermarks begin anew. */
    private transient ListState<Long> forgottenBy;

    private transient long forgetting;
    private transient Counter late;
    private transient Counter closed;

    /** With the given timing. */
    public LiveBars(LiveBarTiming timing) {
        this.emitEveryMs = timing.emitEvery().toMillis();
        this.latenessMs = timing.allowedLateness().toMillis();
        this.outOfOrdernessMs = timing.outOfOrderness().toMillis();
        this.quietAfterMs = timing.quietAfter().toMillis();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        // A union, since a symbol may be kept by another task than before.
        forgottenBy = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("forgotten-by", Types.LONG));
        forgetting = Long.MIN_VALUE;
        for (long watermark : forgottenBy.get()) {
            forgetting = Math.max(forgetting, watermark);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        forgottenBy.update(List.of(forgetting));
    }

    @Override
    public void open(OpenContext context) {
        minutes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("open-bars", Types.LONG, TypeInformation.of(OpenBar.class)));
        late = getRuntimeContext().getMetricGroup().counter("lateTrades");
        closed = getRuntimeContext().getMetricGroup().counter("barsClosed");
    }

    @Override
    public void processElement(PartialBar partial, Context context, Collector<LiveBar> out) throws Exception {
        TimerService timers = context.timerService();
        boolean forgotten = isForgotten(partial.minute + PartialBar.MINUTE_MS - 1, timers);
        long tooLate = partial.tooLate + (forgotten ? partial.counted : 0);
        if (tooLate > 0) {
            late.inc(tooLate);
            context.output(LATE, new LateTrades(partial.symbol, partial.minute, tooLate));
        }
        if (forgotten || !partial.isBar()) {
            return;
        }
        long now = timers.currentProcessingTime();
        @Nullable OpenBar known = minutes.get(partial.minute);
        OpenBar bar = known == null ? open(partial, timers) : known;
        bar.content.merge(partial);
        bar.changedAt = now;
        if (mayEmit(bar, now)) {
            emit(bar, now, out);
        } else if (!bar.dirty) {
            bar.dirty = true;
            timers.registerProcessingTimeTimer(bar.emittedAt + emitEveryMs);
        }
        minutes.put(partial.minute, bar);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LiveBar> out) throws Exception {
        boolean eventTime = context.timeDomain() == TimeDomain.EVENT_TIME;
        TimerService timers = context.timerService();
        long now = timers.currentProcessingTime();
        for (Iterator<Map.Entry<Long, OpenBar>> all = minutes.iterator(); all.hasNext(); ) {
            Map.Entry<Long, OpenBar> entry = all.next();
            OpenBar bar = entry.getValue();
            boolean over = eventTime ? bar.end() <= timers.currentWatermark() : isQuiet(bar, timestamp, timers);
            if (over && !bar.closed) {
                bar.closed = true;
                closed.inc();
                emit(bar, now, out);
            } else if (bar.dirty && (mayEmit(bar, now) || isForgotten(bar.end(), timers))) {
                emit(bar, now, out);
            }
            if (isForgotten(bar.end(), timers)) {
                forgetting = Math.max(forgetting, timers.currentWatermark());
                all.remove();
            } else {
                entry.setValue(bar);
            }
        }
        if (minutes.isEmpty()) {
            // Or the heap would keep an empty map for every symbol that was ever seen.
            minutes.clear();
        }
    }

    private OpenBar open(PartialBar partial, TimerService timers) {
        var bar = new OpenBar();
        bar.content.symbol = partial.symbol;
        bar.content.minute = partial.minute;
        timers.registerEventTimeTimer(bar.end());
        timers.registerEventTimeTimer(bar.end() + latenessMs);
        bar.quietCheckAt = Math.max(bar.end() + outOfOrdernessMs, timers.currentProcessingTime() + quietAfterMs);
        timers.registerProcessingTimeTimer(bar.quietCheckAt);
        return bar;
    }

    private boolean isForgotten(long end, TimerService timers) {
        return end + latenessMs <= Math.max(forgetting, timers.currentWatermark());
    }

    /** Also when the clock was set back, or a bar would wait until it has caught up. */
    private boolean mayEmit(OpenBar bar, long now) {
        return bar.emittedAt == Long.MIN_VALUE || now >= bar.emittedAt + emitEveryMs || now < bar.emittedAt;
    }

    /** Looks again later if trades came meanwhile: one timer a bar, not one a trade. */
    private boolean isQuiet(OpenBar bar, long timer, TimerService timers) {
        if (bar.closed || timer < bar.quietCheckAt) {
            return false;
        }
        long quietAt = bar.changedAt + quietAfterMs;
        if (timer >= quietAt) {
            return true;
        }
        bar.quietCheckAt = quietAt;
        timers.registerProcessingTimeTimer(quietAt);
        return false;
    }

    private static void emit(OpenBar bar, long now, Collector<LiveBar> out) {
        bar.dirty = false;
        bar.emittedAt = now;
        out.collect(bar.content.toBar(bar.closed));
    }
}
