package io.tidemark.speed.news.buzz;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertKind;
import io.tidemark.speed.alert.AlertSeverity;
import io.tidemark.speed.news.buzz.BurstRule.Burst;
import io.tidemark.speed.news.window.Contribution;
import io.tidemark.speed.news.window.NewsWidth;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Compares the stories about a symbol with its past, hour by hour, and raises an alert when an hour becomes a burst: once
 * an hour, to {@link #ALERTS}, at the story that made it one. Takes contributions of symbols that the story is about. A
 * symbol that none was about for all the weeks that are compared is forgotten. Counts: metric {@code newsBursts}.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class Buzz extends KeyedProcessFunction<String, Contribution, SymbolBuzz> {
    private static final long serialVersionUID = 1L;

    /** News bursts. */
    public static final OutputTag<Alert> ALERTS = new OutputTag<>("news-bursts") {};

    private static final long FORGET_AFTER_MS =
            (BuzzHistory.WEEKS + 2L) * BuzzHistory.HOURS_PER_WEEK * NewsWidth.HOUR_MS;

    private final long emitEveryMs;
    private final BurstRule rule;
    private transient ValueState<BuzzHistory> histories;
    private transient Counter bursts;

    /**
     * A comparison.
     *
     * @param emitEvery shortest processing time between two sendings of one symbol
     * @param rule when an hour is a burst
     */
    public Buzz(Duration emitEvery, BurstRule rule) {
        this.emitEveryMs = emitEvery.toMillis();
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        histories = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("buzz-history", TypeInformation.of(BuzzHistory.class)));
        bursts = getRuntimeContext().getMetricGroup().counter("newsBursts");
    }

    @Override
    public void processElement(Contribution story, Context context, Collector<SymbolBuzz> out) throws Exception {
        @Nullable BuzzHistory known = histories.value();
        BuzzHistory history = known == null ? new BuzzHistory() : known;
        TimerService timers = context.timerService();
        long hour = BuzzHistory.hourOf(story.publishedAt());
        if (!history.add(hour)) {
            return;
        }
        if (known == null) {
            timers.registerEventTimeTimer(forgetAt(history));
        }
        if (!history.isAlerted(hour)) {
            raise(history, story, context);
        }
        long now = timers.currentProcessingTime();
        if (history.pace.maySend(now, emitEveryMs)) {
            send(story.name(), history, now, out);
        } else if (!history.pace.waiting) {
            history.pace.waiting = true;
            timers.registerProcessingTimeTimer(history.pace.sentAt + emitEveryMs);
        }
        histories.update(history);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SymbolBuzz> out) throws Exception {
        @Nullable BuzzHistory history = histories.value();
        if (history == null) {
            return;
        }
        send(context.getCurrentKey(), history, context.timerService().currentProcessingTime(), out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            if (forgetAt(history) <= timestamp) {
                histories.clear();
                return;
            }
            context.timerService().registerEventTimeTimer(forgetAt(history));
        }
        histories.update(history);
    }

    /** When nothing that is remembered could matter to a later story. */
    private static long forgetAt(BuzzHistory history) {
        return history.newest() * NewsWidth.HOUR_MS + FORGET_AFTER_MS;
    }

    private static void send(String symbol, BuzzHistory history, long now, Collector<SymbolBuzz> out) {
        for (int at = 0; at < history.size; at++) {
            if (history.changed[at]) {
                history.changed[at] = false;
                out.collect(history.row(symbol, history.hours[at]));
            }
        }
        history.pace.sent(now);
    }

    private void raise(BuzzHistory history, Contribution story, Context context) {
        long hour = BuzzHistory.hourOf(story.publishedAt());
        SymbolBuzz row = history.row(story.name(), hour);
        Burst burst = rule.find(history, row, hour);
        if (burst == null) {
            return;
        }
        history.alert(hour);
        bursts.inc();
        String message = String.format(
                Locale.ROOT,
                "%d stories about %s in an hour, %.1f expected",
                row.items(),
                row.symbol(),
                burst.expected());
        context.output(
                ALERTS,
                new Alert(
                        Alert.idOf(AlertKind.NEWS_BURST, row.symbol(), row.bucket()),
                        AlertKind.NEWS_BURST,
                        AlertSeverity.WARNING,
                        row.symbol(),
                        story.publishedAt(),
                        message,
                        burst.value(),
                        burst.threshold()));
    }
}
