package io.tidemark.speed.news.window;

import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one name's windows of a minute, five minutes and an hour, as minutes in hours: one entry of state for each hour
 * with news. Windows that changed are sent at once and then at most every {@link NewsWindowTiming#emitEvery}; as closed,
 * when the watermark has passed them, or the clock has and no news of the name came for a while. An hour's state goes with
 * the allowed lateness; {@link Timeliness} keeps out what comes after that.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class NewsWindows extends KeyedProcessFunction<String, Contribution, NewsWindow> {
    private static final long serialVersionUID = 1L;

    private final long emitEveryMs;
    private final long latenessMs;
    private final long outOfOrdernessMs;
    private final long quietAfterMs;

    private transient MapState<Long, NewsHour> hours;
    private transient ValueState<NewsPace> paces;

    /** With the given timing. */
    public NewsWindows(NewsWindowTiming timing) {
        this.emitEveryMs = timing.emitEvery().toMillis();
        this.latenessMs = timing.allowedLateness().toMillis();
        this.outOfOrdernessMs = timing.outOfOrderness().toMillis();
        this.quietAfterMs = timing.quietAfter().toMillis();
    }

    @Override
    public void open(OpenContext context) {
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("news-hours", Types.LONG, TypeInformation.of(NewsHour.class)));
        paces = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("news-pace", TypeInformation.of(NewsPace.class)));
    }

    @Override
    public void processElement(Contribution contribution, Context context, Collector<NewsWindow> out) throws Exception {
        TimerService timers = context.timerService();
        long start = NewsWidth.hourOf(contribution.publishedAt());
        @Nullable NewsHour known = hours.get(start);
        NewsHour hour = known == null ? opened(start) : known;
        if (hour.add(contribution)) {
            registerEnds(hour, contribution.publishedAt(), timers);
        }
        hour.close(timers.currentWatermark());
        hours.put(start, hour);

        NewsPace state = pace();
        long now = timers.currentProcessingTime();
        state.heardAt = now;
        if (state.quietCheckAt == NewsPace.NEVER) {
            checkQuietAt(now + quietAfterMs, state, timers);
        }
        if (state.pace.maySend(now, emitEveryMs)) {
            sendChanged(context.getCurrentKey(), out);
            state.pace.sent(now);
        } else if (!state.pace.waiting) {
            state.pace.waiting = true;
            timers.registerProcessingTimeTimer(state.pace.sentAt + emitEveryMs);
        }
        paces.update(state);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<NewsWindow> out) throws Exception {
        TimerService timers = context.timerService();
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            closeAll(timers.currentWatermark());
            sendChanged(context.getCurrentKey(), out);
            forget(timers.currentWatermark());
            return;
        }
        NewsPace state = pace();
        if (timestamp >= state.quietCheckAt) {
            closeQuiet(state, timers);
        } else if (!state.pace.maySend(timers.currentProcessingTime(), emitEveryMs)) {
            return;
        }
        state.pace.waiting = false;
        if (sendChanged(context.getCurrentKey(), out)) {
            state.pace.sent(timers.currentProcessingTime());
        }
        if (!hours.isEmpty()) {
            paces.update(state);
        }
    }

    private static NewsHour opened(long start) {
        var hour = new NewsHour();
        hour.start = start;
        return hour;
    }

    private NewsPace pace() throws Exception {
        @Nullable NewsPace known = paces.value();
        return known == null ? new NewsPace() : known;
    }

    private void registerEnds(NewsHour hour, long publishedAt, TimerService timers) {
        int minute = (int) ((publishedAt - hour.start) / NewsWidth.MINUTE_MS);
        for (NewsWidth width : NewsWidth.values()) {
            long end = hour.end(width, minute / width.minutes());
            if (end > timers.currentWatermark()) {
                timers.registerEventTimeTimer(end);
            }
        }
        timers.registerEventTimeTimer(NewsWidth.forgetHourAt(hour.start, latenessMs));
    }

    private void closeAll(long time) throws Exception {
        for (Map.Entry<Long, NewsHour> entry : hours.entries()) {
            entry.getValue().close(time);
            entry.setValue(entry.getValue());
        }
    }

    /** By the clock, when nothing was heard for long enough; else looks again later: one timer a name, not one a story. */
    private void closeQuiet(NewsPace state, TimerService timers) throws Exception {
        long now = timers.currentProcessingTime();
        if (state.heardAt + quietAfterMs > now) {
            checkQuietAt(state.heardAt + quietAfterMs, state, timers);
            return;
        }
        closeAll(now - outOfOrdernessMs);
        long next = Long.MAX_VALUE;
        for (NewsHour hour : hours.values()) {
            next = Math.min(next, hour.earliestOpenEnd());
        }
        if (next == Long.MAX_VALUE) {
            state.quietCheckAt = NewsPace.NEVER;
        } else {
            checkQuietAt(next + outOfOrdernessMs, state, timers);
        }
    }

    private static void checkQuietAt(long time, NewsPace state, TimerService timers) {
        state.quietCheckAt = time;
        timers.registerProcessingTimeTimer(time);
    }

    /** True when there was anything to send. */
    private boolean sendChanged(String key, Collector<NewsWindow> out) throws Exception {
        int slash = key.indexOf('/');
        boolean any = false;
        for (Map.Entry<Long, NewsHour> entry : hours.entries()) {
            NewsHour hour = entry.getValue();
            if (hour.isChanged()) {
                hour.send(key.substring(0, slash), key.substring(slash + 1), out);
                entry.setValue(hour);
                any = true;
            }
        }
        return any;
    }

    private void forget(long watermark) throws Exception {
        for (Iterator<Long> starts = hours.keys().iterator(); starts.hasNext(); ) {
            if (NewsWidth.forgetHourAt(starts.next(), latenessMs) <= watermark) {
                starts.remove();
            }
        }
        if (hours.isEmpty()) {
            // Or the heap would keep an empty map for every name that was ever seen.
            hours.clear();
            paces.clear();
        }
    }
}
