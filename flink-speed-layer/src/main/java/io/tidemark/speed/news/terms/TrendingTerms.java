package io.tidemark.speed.news.terms;

import io.tidemark.speed.flow.Pace;
import io.tidemark.speed.news.story.Story;
import io.tidemark.speed.news.window.NewsWidth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * Finds the terms that stand out in an hour's headlines. All stories have one key, since terms are compared with each
 * other; news is far too little to need more. Only first versions count; {@code Timeliness} keeps out what is
 * late.
 *
 * <p>An hour's scores depend on the hours before it, so a late story may change the rows of several. When the watermark
 * says that no more can come, an hour's rows are sent for the last time and the hour goes into the past that later ones are
 * compared with. Hours without any story are no part of that past.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class TrendingTerms extends KeyedProcessFunction<String, Story, TrendingTerm> {
    private static final long serialVersionUID = 1L;

    private final TermRule rule;
    private final long emitEveryMs;
    private final long latenessMs;
    private transient HeadlineTerms terms;
    private transient MapState<Long, TermHour> hours;
    private transient ValueState<TermPast> pasts;
    private transient ValueState<Pace> paces;

    /**
     * A finder.
     *
     * @param rule which terms stand out
     * @param emitEvery shortest processing time between two sendings
     * @param allowedLateness how long after its publication a story still counts
     */
    public TrendingTerms(TermRule rule, Duration emitEvery, Duration allowedLateness) {
        this.rule = rule;
        this.emitEveryMs = emitEvery.toMillis();
        this.latenessMs = allowedLateness.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        terms = new HeadlineTerms();
        hours = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("term-hours", Types.LONG, TypeInformation.of(TermHour.class)));
        pasts = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("term-past", TypeInformation.of(TermPast.class)));
        paces = getRuntimeContext().getState(new ValueStateDescriptor<>("term-pace", TypeInformation.of(Pace.class)));
    }

    @Override
    public void processElement(Story story, Context context, Collector<TrendingTerm> out) throws Exception {
        TimerService timers = context.timerService();
        long start = NewsWidth.hourOf(story.publishedAt);
        if (!story.isFirst()) {
            return;
        }
        add(story, start, timers);
        @Nullable Pace known = paces.value();
        Pace pace = known == null ? new Pace() : known;
        long now = timers.currentProcessingTime();
        if (pace.maySend(now, emitEveryMs)) {
            sendChanged(out);
            pace.sent(now);
        } else if (!pace.waiting) {
            pace.waiting = true;
            timers.registerProcessingTimeTimer(pace.sentAt + emitEveryMs);
        }
        paces.update(pace);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<TrendingTerm> out) throws Exception {
        sendChanged(out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            settle(context.timerService().currentWatermark());
            return;
        }
        var pace = new Pace();
        pace.sent(context.timerService().currentProcessingTime());
        paces.update(pace);
    }

    private void add(Story story, long start, TimerService timers) throws Exception {
        @Nullable TermHour known = hours.get(start);
        TermHour hour = known == null ? new TermHour() : known;
        if (known == null) {
            hour.start = start;
            timers.registerEventTimeTimer(NewsWidth.forgetHourAt(start, latenessMs));
        }
        hour.add(terms.of(story.headline));
        hours.put(start, hour);
        for (TermHour later : inOrder()) {
            if (later.start >= start) {
                later.changed = true;
                hours.put(later.start, later);
            }
        }
        TermPast past = past();
        past.stories++;
        pasts.update(past);
    }

    private void sendChanged(Collector<TrendingTerm> out) throws Exception {
        List<TermHour> all = inOrder();
        TermPast past = past();
        long revision = past.stories;
        for (TermHour hour : all) {
            revision -= hour.stories;
        }
        for (int i = 0; i < all.size(); i++) {
            TermHour hour = all.get(i);
            revision += hour.stories;
            if (hour.changed) {
                new TermRanking(rule, past, all.subList(0, i))
                        .rows(hour, revision)
                        .forEach(out::collect);
                hour.changed = false;
                hours.put(hour.start, hour);
            }
        }
    }

    /** Puts the hours that can no longer change into the past. */
    private void settle(long watermark) throws Exception {
        TermPast past = past();
        for (TermHour hour : inOrder()) {
            if (NewsWidth.forgetHourAt(hour.start, latenessMs) <= watermark) {
                past.add(hour, TermRanking.weight(rule));
                hours.remove(hour.start);
            }
        }
        pasts.update(past);
    }

    private List<TermHour> inOrder() throws Exception {
        List<TermHour> all = new ArrayList<>();
        hours.values().forEach(all::add);
        all.sort(Comparator.comparingLong(hour -> hour.start));
        return all;
    }

    private TermPast past() throws Exception {
        @Nullable TermPast known = pasts.value();
        return known == null ? new TermPast() : known;
    }
}
